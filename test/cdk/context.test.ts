import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readContext } from '../../cdk/context.ts';

const read = (context: Record<string, unknown>) => readContext(new App({ context }).node);

describe('readContext', () => {
  it.each`
    given                   | emails
    ${undefined}            | ${[]}
    ${''}                   | ${[]}
    ${'a@b.org'}            | ${['a@b.org']}
    ${' a@b.org , c@d.org'} | ${['a@b.org', 'c@d.org']}
  `('reads $given as $emails', ({ given, emails }) => {
    expect(read({ alertEmails: given }).alertEmails).toEqual(emails);
  });

  it('names every wrong value and what it must be', () => {
    const reading = () => read({ alertEmails: 'a@b.org,desk', slackLevels: 'organic' });

    expect(reading).toThrow(/must be an email address\s+→ at alertEmails\[1\]/);
    expect(reading).toThrow(/must be suspicious or coordinated\s+→ at slackLevels\[0\]/);
  });

  it('hands on what is discovered as it is written, and nothing where it is not', () => {
    const discover = '{"lists": ["mastodon@one.example"], "languages": ["ur"]}';

    expect(read({ discover }).discover).toBe(discover);
    expect(read({}).discover).toBe('{}');
  });

  it('refuses what discovery could not read when it is deployed', () => {
    const reading = (discover: string) => () => read({ discover });

    expect(reading('mastodon')).toThrow(/DISCOVER is required to be JSON\s+→ at discover/);
    expect(reading('{"lists": ["one.example"]}')).toThrow(
      /must be written as mastodon@server, x@woeid or bluesky; found "one.example"/,
    );
    const deny = Array.from({ length: 300 }, (_, index) => `hashtag${index}`);
    expect(reading(JSON.stringify({ deny }))).toThrow(/must fit into 3000 bytes, has \d+/);
  });
});
