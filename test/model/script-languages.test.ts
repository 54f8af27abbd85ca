import { expect, it } from 'vitest';
import { mayBeIn, primaryLanguage } from '../../functions/model/script-languages.ts';

it.each([
  ['سیلاب', ['ur'], true],
  ['سیلاب', ['hi', 'bn'], false],
  ['बाढ़', ['ur', 'hi-IN'], true],
  ['বন্যা', ['hi'], false],
  ['বন্যা', ['bn_BD'], true],
  ['seçim2026', ['ur'], true],
  ['flood', ['ja'], true],
  ['2026', ['ur'], true],
  ['🌊🌊', ['ur'], true],
  ['پاکVsइंडिया', ['hi'], true],
  ['пожар', ['uk'], true],
  ['пожар', ['tr'], false],
  ['選挙', ['zh-Hant'], true],
  ['せんきょ', ['zh'], false],
])('#%s may be in %j: %s', (hashtag, languages, may) => {
  expect(mayBeIn(languages, hashtag)).toBe(may);
});

it('knows a language by its primary subtag', () => {
  expect(['pt-BR', 'PT_br', 'pt'].map(primaryLanguage)).toEqual(['pt', 'pt', 'pt']);
});
