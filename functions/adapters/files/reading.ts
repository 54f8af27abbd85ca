import type { BadLine, BadLineError } from '../replay/bad-line-error.ts';
import type { ColumnMap } from './post-field.ts';

/** Where a record stands; of Parquet the row counts as the line. */
export type Place = Pick<BadLine, 'file' | 'line'>;

/** What every reader of a file must know of the wishes of whoever asked. */
export type Reading = {
  readonly file: string;
  /** Which column holds what, where its name does not tell. */
  readonly map: ColumnMap;
  /** What tables and rows are counted to that do not name their network. */
  readonly source: string | undefined;
  /** Told of each bad record; throws where the reading must end there. */
  readonly onBad: (error: BadLineError) => void;
  /** Told of what a reader should know of the answer; the same may be told often. */
  readonly onRemark: (remark: string) => void;
};
