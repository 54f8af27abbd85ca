import { AGE_CLASSES } from '../model/usual-authors.ts';
import type { PostTable } from './post-table.ts';

const DAY_MS = 86_400_000;

/** What one account tells of itself, behind the door. */
export type AuthorProfile = {
  readonly account: string;
  /** Class of an AgeHistogram at its first post here; null where its date is not known. */
  readonly ageClass: number | null;
  /** Days since 1970 on which it was made, null where not known. */
  readonly createdDay: number | null;
  /** Primary language of the first post that has one, null where none has. */
  readonly language: string | null;
  /** Mark of the place it states; 0 where not known. */
  readonly place: number;
  /** One more than the index into NAME_CLASSES; 0 where not known. */
  readonly names: number;
};

/** The accounts of a table in its order, each with what its first post that tells says. */
export function authorProfiles(table: PostTable): readonly AuthorProfile[] {
  const profiles = table.accounts.map((account) => ({
    ...{ account, ageClass: null as number | null, createdDay: null as number | null },
    ...{ language: null as string | null, place: 0, names: 0, known: false },
  }));
  table.accountOf.forEach((number, at) => {
    const profile = profiles[number];
    if (profile === undefined) return;
    if (!profile.known) Object.assign(profile, datesOf(table, number, at), { known: true });
    profile.language ??= primary(table.languages[table.languageOf[at] ?? -1]);
    profile.place ||= table.place[at] ?? 0;
    profile.names ||= table.names[at] ?? 0;
  });
  return profiles;
}

function datesOf(table: PostTable, account: number, firstPost: number) {
  const createdMs = table.accountCreatedMs[account] ?? Number.NaN;
  if (Number.isNaN(createdMs)) return { ageClass: null, createdDay: null };
  const days = Math.max(0, ((table.createdMs[firstPost] ?? 0) - createdMs) / DAY_MS);
  return {
    ageClass: Math.min(AGE_CLASSES - 1, Math.floor(Math.log2(days + 1))),
    createdDay: Math.floor(createdMs / DAY_MS),
  };
}

/** @example primary('zh-Hant') // 'zh' */
function primary(language: string | undefined): string | null {
  return /^[a-z]{2,8}(?![a-z])/.exec(language?.toLowerCase() ?? '')?.[0] ?? null;
}
