import type { ListAddress, TrendList } from '../model/trend-list.ts';
import type { Source } from '../ports/source.ts';

/** A list as one round of discovery finds it. */
export type Round = {
  readonly address: ListAddress;
  readonly list: TrendList;
  /** Undefined where the source is not there. */
  readonly source: Source | undefined;
  /** It could be read just now. */
  readonly isRead: boolean;
  /** No settings name it any more. */
  readonly isDropped: boolean;
};
