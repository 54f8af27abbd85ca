import type { Watch } from '../model/watch.ts';

/** dispatch → poll */
export type PollDue = {
  readonly watch: Watch;
  readonly atMs: number;
  /** A second look within the minute: where it fails nothing is lost, and the watch is not stale. */
  readonly again?: true | undefined;
};

/** poll → assess; api → assess for a check */
export type AssessDue =
  | { readonly kind: 'burst'; readonly burstId: string; readonly atMs: number }
  | { readonly kind: 'check'; readonly checkId: string; readonly atMs: number };

/** assess → publish: the alert of a burst, or the surge of what one counts (model/surge `counterOf`) */
export type PublishDue =
  | { readonly burstId: string; readonly atMs: number }
  | { readonly surgeOf: string; readonly atMs: number };
