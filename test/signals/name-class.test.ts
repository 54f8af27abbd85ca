import { describe, expect, it } from 'vitest';
import { NAMES } from '../../functions/settings/names.ts';
import { nameClass } from '../../functions/signals/name-class.ts';

describe('nameClass', () => {
  it.each([
    ['BBC News', 'bbcnews', 'plain', 'the newsroom itself'],
    ['BBC News', 'bbcnewz', 'newsroom', 'its name under another handle'],
    ['tagesschau', 'tagesschau@ard.social', 'plain', 'a newsroom by its whole address'],
    ['Someone', 'bbcnews@evil.example', 'newsroom', 'its handle on another server'],
    ['ВBC Nеws', 'x', 'newsroom', 'letters of another alphabet'],
    ['GeoNews_Officia1', 'x', 'newsroom', 'digits for letters, words that are added'],
    ['Geo\u200b News', 'x', 'newsroom', 'invisible characters'],
    ['Washingtn Post', 'x', 'newsroom', 'a letter left out'],
    ['', 'CNN_24', 'newsroom', 'a handle alone'],
    ['Seattle_Post', 'x', 'newsroom', 'a local outlet'],
    ['خبریں کراچی', 'x', 'newsroom', 'a local outlet in Urdu'],
    ['दिल्ली समाचार', 'x', 'newsroom', 'a local outlet in Hindi'],
    ['أخبار بغداد', 'x', 'newsroom', 'a local outlet in Arabic'],
    ['Ankara Haber', 'x', 'newsroom', 'a local outlet in Turkish'],
    ['Ada', 'ada84726391', 'stock', 'a name and many digits'],
    ['Ada', 'user_88213', 'stock', 'the word user and digits'],
    ['Ada', 'ada1987', 'plain', 'a year of birth'],
    ['CNN fan', 'cnnfan', 'plain', 'somebody who speaks of a newsroom'],
    ['Pakistan Zindabad', 'pz', 'plain', 'a place without an outlet'],
    ['Daily walks', 'dw', 'plain', 'an outlet without a place'],
    ['Ann', 'ann', 'plain', 'a short name near a short newsroom'],
    ['', '', 'plain', 'nothing'],
  ])('%j, %j: %s, %s', (name, handle, expected) => {
    expect(nameClass([name, handle], NAMES)).toBe(expected);
  });

  it('does not take a display name for the handle that proves a newsroom', () => {
    expect(nameClass(['bbcnews'], NAMES)).toBe('newsroom');
  });

  it('lists every newsroom in a form that it finds again', () => {
    for (const newsroom of NAMES.newsrooms) {
      expect(nameClass([newsroom, 'somebody'], NAMES), newsroom).toBe('newsroom');
    }
  });
});
