import type { Level } from '../../functions/contract/verdict.ts';
import { LEVEL_WORDS } from '../level-words.ts';

/** Told by shape and word, so that it does not hang on colour. */
const MARKS: Readonly<Record<Level | 'unjudged', string>> = {
  coordinated: 'M8 1.5 15 14H1z',
  suspicious: 'M8 1 15 8 8 15 1 8z',
  organic: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z',
  undecided: 'M2 6.5h12v3H2z',
  unjudged: 'M2 6.5h3v3H2zM6.5 6.5h3v3h-3zM11 6.5h3v3h-3z',
};

export function LevelBadge({ level }: { level: Level | null }) {
  const key = level ?? 'unjudged';
  return (
    <span class={`badge ${key}`} title={level === null ? undefined : LEVEL_WORDS[level].means}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[key]} />
      </svg>
      {level === null ? 'Not judged yet' : LEVEL_WORDS[level].name}
    </span>
  );
}
