import { edited, ORDINARY_LENGTHS, sentence, wordCount } from './blocks/ordinary-text.ts';
import { tagged } from './blocks/tagged.ts';
import type { Chance } from './chance.ts';
import type { Draft } from './draft.ts';
import { drawExponential } from './draw/exponential.ts';
import type { EvasionSetting } from './evasion-setting.ts';

/** Leaves two copies with a third of their word pairs in common. */
const CHANGED = 0.4;
const TALK_MS = 20 * 60_000;
const HOUR_MS = 3_600_000;

/** That share of the core's posts is reworded: two words in five are others. */
export function editCopies(
  drafts: readonly Draft[],
  share: number,
  { stage, input }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('edited');
  return drafts.map((draft) => {
    if (draft.role !== 'core' || draft.repost || chance.uniform() >= share) return draft;
    const hashtag = draft.hashtag ?? input.hashtag;
    const words = draft.text.split(' ').filter((word) => word !== `#${hashtag}`);
    const changes = Math.max(1, Math.round(words.length * CHANGED));
    const text = edited(chance, words.join(' '), stage.lexicon, changes);
    return { ...draft, text: tagged(text, hashtag) };
  });
}

/** After that share of the core's posts the account writes once more, in words of its own. */
export function addSmallTalk(
  drafts: readonly Draft[],
  share: number,
  { stage, input }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('small talk');
  return drafts.flatMap((draft) => {
    if (draft.role !== 'core' || chance.uniform() >= share) return [draft];
    const late = Math.min(HOUR_MS, drawExponential(chance, TALK_MS));
    const text = sentence(chance, stage.lexicon, wordCount(chance, ORDINARY_LENGTHS));
    const own = tagged(text, draft.hashtag ?? input.hashtag);
    const talk = { ...draft, atMs: draft.atMs + late, text: own, repost: false, deletedMs: null };
    return [draft, talk];
  });
}

/** That share of the core's posts carries the tag with one letter changed: who watches the tag misses it. */
export function useVariants(
  drafts: readonly Draft[],
  share: number,
  { stage, input }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('variants');
  return drafts.map((draft) => {
    if (draft.role !== 'core' || chance.uniform() >= share) return draft;
    const hashtag = variantOf(chance, input.hashtag);
    return { ...draft, hashtag, text: draft.text.replace(`#${input.hashtag}`, `#${hashtag}`) };
  });
}

/** One letter of the tag doubled, or left out where that still leaves a tag. */
function variantOf(chance: Chance, hashtag: string): string {
  const letters = [...hashtag];
  const at = Math.floor(chance.uniform() * letters.length);
  const doubled = letters.length < 2 || chance.uniform() < 0.5;
  letters.splice(at, 1, ...(doubled ? [letters[at] ?? '', letters[at] ?? ''] : []));
  return letters.join('');
}
