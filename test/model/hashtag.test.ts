import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';

const ZWNJ = '\u200c';
const ZWJ = '\u200d';
/** Letters, marks, digits, joiners and signs of the scripts that are folded, and of some that are not. */
const ANY_SCRIPT = [
  ...'abcISZsiıİşŞğß\u0307éñÅΣςάЁё_#＃１٣۳३৩9',
  ...'اآأإٱبكکڪيیىئےۓهہھةۃۀە\u0621\u0654\u0655\u064b\u0651\u0670ـدرؤں',
  ...'कर\u094d\u093cषयতর\u09cd\u09afান\u0d28\u0d4d\u0d30',
  ...'שׁ\u05b8タﾀ\uff9e한ก\u0e33',
  ...[ZWNJ, ZWJ, '\u200e', '\u202e', '\u2067', '\ufe0f', '\u00ad', '\u034f', ' ', '\t'],
  ...['❤', '🔥', '👨', '👩', '🏽', '🏴', '\u{e0067}', '\u{e007f}', '🇵', '🇰', '\ufdfa', '\u0587'],
];
const hashtag = fc.oneof(
  fc.string({ unit: fc.constantFrom(...ANY_SCRIPT), maxLength: 12 }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const RUNS = { numRuns: 3000 };

describe('the spelling of a hashtag', () => {
  it.each([
    ['#Élan', 'élan'],
    [' ##ELAN ', 'elan'],
    ['# news', 'news'],
    ['#E\u0301lan', 'élan'],
    ['＃タグ', 'タグ'],
    ['ﾀｸﾞ', 'タグ'],
    ['#ＡＢＣ１', 'abc1'],
    ['#Election2026_PK', 'election2026_pk'],
    ['#سیلاب', 'سیلاب'],
    ['#İzmir', 'izmir'],
    ['#', ''],
    [`#${ZWJ}\u200e`, ''],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normaliseHashtag(typed)).toBe(kept);
  });

  it('leaves what is plain ASCII as it always was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (typed) => {
        const before = typed.toLowerCase().replace(/^[\s#]+|\s+$/gu, '');
        expect(normaliseHashtag(typed)).toBe(before);
      }),
      RUNS,
    );
  });

  it('is its own spelling', () => {
    fc.assert(
      fc.property(hashtag, (typed) => {
        const once = normaliseHashtag(typed);
        expect(normaliseHashtag(once)).toBe(once);
      }),
      RUNS,
    );
  });

  it.each(['NFC', 'NFD', 'NFKC', 'NFKD'])('is the same for its %s', (form) => {
    fc.assert(
      fc.property(hashtag, (typed) => {
        // Of these the general form makes two words or more.
        const word = typed.replaceAll(/[\u037a\ufc5e-\ufc63\ufdfa\ufdfb\ufe70-\ufe7e]/gu, '');
        expect(normaliseHashtag(word.normalize(form))).toBe(normaliseHashtag(word));
      }),
      RUNS,
    );
  });

  it('does not ask for a #, nor for one kind of it', () => {
    fc.assert(
      fc.property(hashtag, (typed) => {
        const bare = normaliseHashtag(typed);
        for (const sign of ['#', '＃', '##', ' #']) {
          expect(normaliseHashtag(`${sign}${typed}`)).toBe(bare);
        }
      }),
      RUNS,
    );
  });

  it('does not ask for lower case, where a capital has one lower case', () => {
    const letters = [...'abcxyzßñéçøåæœłžđþðабвгёєљџяαβγώςდბაաբև'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (typed) => {
        expect(normaliseHashtag(typed.toUpperCase())).toBe(normaliseHashtag(typed));
      }),
      RUNS,
    );
  });

  it('does not ask for lower case of a Turkish word in Turkish capitals', () => {
    const letters = fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyz');
    const words = fc
      .string({ unit: letters, minLength: 1 })
      .filter((word) => !word.includes('ı') || /[ğşi]/u.test(word));
    fc.assert(
      fc.property(words, (word) => {
        expect(normaliseHashtag(word.toLocaleUpperCase('tr'))).toBe(normaliseHashtag(word));
      }),
      RUNS,
    );
  });

  it('is never empty for what has a letter, a digit or a picture', () => {
    const seen = /[\p{Lu}\p{Ll}\p{Lo}\p{Nd}\p{Extended_Pictographic}]/u;
    const unseen = /[\p{Default_Ignorable_Code_Point}]/gu;
    const words = hashtag.filter((typed) =>
      seen.test(typed.normalize('NFKC').replaceAll(unseen, '')),
    );
    fc.assert(
      fc.property(words, (typed) => {
        expect(normaliseHashtag(typed)).not.toBe('');
      }),
      RUNS,
    );
  });

  it('keeps a word a word: what had no space has none', () => {
    const words = hashtag.filter((typed) => /^(?:[\p{L}\p{M}\p{N}_]|\u200c|\u200d)+$/u.test(typed));
    fc.assert(
      fc.property(words, (typed) => {
        expect(normaliseHashtag(typed)).not.toMatch(/[\s#]/u);
      }),
      RUNS,
    );
  });
});

describe('spellings of one hashtag', () => {
  it.each([
    ['Arabic and Urdu keyboards: kaf, yeh', '#پاکستان_میں', '#پاكستان_ميں'],
    ['Arabic and Urdu keyboards: heh', '#ہمارا_ملک', '#همارا_ملك'],
    ['Urdu, a final yeh without dots of another keyboard', '#آزادی', '#آزادى'],
    ['Urdu, one word for going, spelled both ways', '#جائے', '#جاۓ'],
    ['Urdu, hamza and yeh as one or as two', '#آئی', '#آی\u0654ی'],
    ['Urdu, vowel signs', '#اِنصاف', '#انصاف'],
    ['Urdu digits', '#بجٹ۲۰۲۶', '#بجٹ2026'],
    ['Urdu and Arabic digits', '#بجٹ۲۰۲۶', '#بجٹ٢٠٢٦'],
    ['Arabic, the hamza that few write', '#الأهلي', '#الاهلي'],
    ['Arabic, a hamza below', '#إضراب', '#اضراب'],
    ['Arabic, final heh for teh marbuta', '#السعودية', '#السعوديه'],
    ['Arabic, vowel signs and doubling', '#مُحَمَّد', '#محمد'],
    ['Arabic, stretched', '#عاجـــــل', '#عاجل'],
    ['Arabic, a blessing as one character', '#محمدﷺ', '#محمدصلىاللهعليهوسلم'],
    ['Arabic, letters of old files', '#\ufedf\ufe91\ufee8\ufe8e\ufee5', '#لبنان'],
    ['Persian, the mark of a genitive', '#خانهٔ_ما', '#خانه_ما'],
    ['Persian, that mark as one or as two', '#خانهٔ', '#خان\u06c0'],
    ['Persian, a parting that changes nothing', `#کار${ZWNJ}ها`, '#کارها'],
    ['Persian, a parting typed twice', `#می${ZWNJ}${ZWNJ}خواهم`, `#می${ZWNJ}خواهم`],
    ['Persian, a parting at the end', `#می${ZWNJ}`, '#می'],
    ['Hindi digits', '#चुनाव२०२६', '#चुनाव2026'],
    ['Hindi, a letter with a dot as one or as two', '#क\u093cानून', '#\u0958ानून'],
    ['Hindi, a joiner at the end', `#भारत${ZWJ}`, '#भारत'],
    ['Bangla digits', '#বাজেট২০২৬', '#বাজেট2026'],
    ['Bangla, a letter with a dot as one or as two', '#আড\u09bcালে', '#আ\u09dcালে'],
    ['Bangla, a vowel sign as one or as two', '#ভ\u09c7\u09beট', '#ভোট'],
    ['Bangla, how one letter was once written', `#হঠাত\u09cd${ZWJ}`, '#হঠাৎ'],
    ['Malayalam, how one letter was once written', `#അവന\u0d4d${ZWJ}`, '#അവൻ'],
    ['Turkish, dotted capital', '#İstanbul', '#istanbul'],
    ['Turkish, all capitals', '#İSTANBUL', '#istanbul'],
    ['a Turkish city on an English keyboard', '#ISTANBUL', '#istanbul'],
    ['Turkish, dotless capital', '#IŞIK', '#ışık'],
    ['Turkish, dotless capital at the front', '#Işık', '#ışık'],
    ['Turkish, both in one word', '#DIŞİŞLERİ', '#dışişleri'],
    ['Turkish, dotless capital beside ğ', '#SIĞINMACI', '#sığınmacı'],
    ['Azerbaijani', '#QARABAĞ_XANKƏNDI', '#qarabağ_xankəndı'],
    ['the dot that a computer leaves', '#i\u0307stanbul', '#istanbul'],
    ['German', '#FUSSBALL', '#fußball'],
    ['German, the large sharp s', '#GROẞ', '#groß'],
    ['Greek, the s at the end', '#ΕΛΛΑΣ', '#ελλας'],
    ['wide letters of a Japanese keyboard', '#ＮＥＷＳ２０２６', '#news2026'],
    ['narrow katakana', '#ﾊｯｼｭﾀｸﾞ', '#ハッシュタグ'],
    ['Hebrew with and without points', '#שָׁלוֹם', '#שלום'],
    ['a heart as text and as a picture', '#\u2764', '#\u2764\ufe0f'],
    ['a burning heart', `#\u2764\ufe0f${ZWJ}🔥`, `#\u2764${ZWJ}🔥`],
    ['a direction mark around it', '#\u202bفلسطین\u202c', '#فلسطین'],
    ['a direction mark within', '#فلس\u200fطین', '#فلسطین'],
    ['a joiner between Latin letters', `#elec${ZWJ}tion`, '#election'],
    ['a soft hyphen', '#elec\u00adtion', '#election'],
    ['a zero-width space', '#elec\u200btion', '#election'],
  ])('%s', (_, one, other) => {
    expect(normaliseHashtag(one)).toBe(normaliseHashtag(other));
    expect(normaliseHashtag(one)).not.toBe('');
  });
});

describe('different hashtags', () => {
  it.each([
    ['Urdu: water, now', '#آب', '#اب'],
    ['Urdu: said, ate (aspirated)', '#کہا', '#کھا'],
    ['Urdu: girl, boys', '#لڑکی', '#لڑکے'],
    ['Urdu: in, machine', '#میں', '#مین'],
    ['Urdu: came (she), eye of a needle', '#آئی', '#آی'],
    ['Urdu: ball, drop (retroflex)', '#ٹوٹا', '#توتا'],
    ['Arabic: conference with its hamza', '#مؤتمر', '#موتمر'],
    ['Sindhi: two letters k', '#ڪ', '#ک'],
    ['Kurdish: a vowel, h', '#کوردە', '#کوردھ'],
    ['Persian: I want, written apart or not', `#می${ZWNJ}خواهم`, '#میخواهم'],
    ['Hindi: rule, secret', '#राज', '#राज\u093c'],
    ['Hindi: two spellings of Hindi', '#हिंदी', '#हिन्दी'],
    ['Hindi: a conjunct and its parts', `#क्${ZWNJ}ष`, '#क्ष'],
    ['Bangla: RAB, with and without the joiner', `#র${ZWJ}্যাব`, '#র্যাব'],
    ['Bangla and Assamese ra', '#রাত', '#ৰাত'],
    ['Sinhala: Sri Lanka, with and without the joiner', `#ශ්${ZWJ}රී`, '#ශ්රී'],
    ['Turkish: border, nerve', '#sınır', '#sinir'],
    ['Turkish: girl, no word', '#kız', '#kiz'],
    ['Kurdish: a capital I is an i', '#Şingal', '#Şıngal'],
    ['Spanish: year, anus', '#año', '#ano'],
    ['French: with and without its accent', '#élan', '#elan'],
    ['Greek: law, prefecture', '#νόμος', '#νομός'],
    ['Russian: all of it, all of them', '#всё', '#все'],
    ['Latin and Cyrillic letters that look alike', '#moc', '#мос'],
    ['hiragana, katakana', '#たぐ', '#タグ'],
    ['simplified, traditional', '#国', '#國'],
    ['skin tones', '#👍🏽', '#👍'],
    ['a family, three persons', `#👨${ZWJ}👩${ZWJ}👧`, '#👨👩👧'],
    ['a woman at work, a woman and a laptop', `#👩${ZWJ}💻`, '#👩💻'],
    ['flags', '#🇵🇰', '#🇮🇳'],
    [
      'England, Scotland',
      '#🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '#🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['with and without an underscore', '#free_speech', '#freespeech'],
  ])('%s', (_, one, other) => {
    expect(normaliseHashtag(one)).not.toBe(normaliseHashtag(other));
  });
});
