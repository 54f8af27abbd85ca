import type { PostField } from './post-field.ts';

/** `repostOf` is no field of its own: whatever stands there, it is the id of what is repeated. */
export type ColumnField = PostField | 'repostOf';

/**
 * Usual names of columns, in lower case and of letters and digits only, the best first. From
 * twarc, rtweet, academictwitteR, TAGS, 4CAT, Communalytic, Netlytic, Brandwatch, CrowdTangle and
 * our own lines. A column `source` is mostly the program that was posted with, so it is never the
 * network unless it is mapped.
 */
export const COLUMN_NAMES: Readonly<Record<ColumnField, readonly string[]>> = {
  id: words(
    'id idstr statusid statusidstr tweetid tweetidstr postid messageid resourceid mentionid guid uri url link permalink posturl tweeturl',
  ),
  author: words(
    'author authorid userid useridstr useruserid fromuserid fromuseridstr twitterauthorid accountid did acct username screenname fromuser userscreenname userusername authorusername authorhandle handle twitterscreenname account user',
  ),
  createdAt: words(
    'createdat tweetcreatedat postcreatedat createdatutc timestamputc unixtimestamp timestamp datetime createddate created dateutc date publishedat publishdate published pubdate posted postedat tweetdate time',
  ),
  text: words(
    'text fulltext tweettext posttext body content message tweet status description snippet title',
  ),
  hashtags: words('hashtags hashtag entitieshashtags hashtagslist tags'),
  repost: words(
    'repost isrepost isretweet retweet isreblog reblog isshare threadentrytype tweettype posttype',
  ),
  repostOf: words(
    'referencedtweetsretweetedid retweetedid retweetid retweetstatusid retweetedstatusid retweetedtweetid retweetedstatusidstr retweetedstatus retweetedtweet',
  ),
  authorCreatedAt: words(
    'authorcreatedat accountcreatedat usercreatedat accountcreated accountcreationdate usercreated authorcreated',
  ),
  authorName: words(
    'authorname name username fromusername authorfullname fullname displayname userdisplayname authordisplayname',
  ),
  authorHandle: words(
    'authorhandle screenname authorusername userscreenname handle fromuser userusername twitterscreenname acct',
  ),
  authorPlace: words('authorplace authorlocation userlocation accountlocation location'),
  language: words('language lang languagecode languageguess tweetlang postlang'),
  followers: words(
    'followers followerscount authorpublicmetricsfollowerscount userfollowerscount authorfollowerscount authorfollowers userfollowers twitterfollowers subscribercount',
  ),
  deletedAt: words('deletedat'),
  source: words('network platform'),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
