import { whatIsMissing } from './columns.ts';
import { cellsOf, LINES_BEFORE_HEADER } from './csv-dialect.ts';
import type { Input } from './open-input.ts';

/** Keys that tell posts from the notes and settings that lie beside them. */
const TELLING =
  /"(createdAt|author_id|edit_history_tweet_ids|id_str|account|record|created_at)"\s*:/;

/** Whether the beginning of a file that nobody named looks like posts; those of `*.jsonl` always count as such. */
export function holdsPosts({ file, form, head }: Pick<Input, 'file' | 'form' | 'head'>): boolean {
  if (/\.jsonl(\.\w+)?$/i.test(file) || form.kind === 'parquet') return true;
  const text = head.toString('utf8');
  if (form.kind !== 'csv') return TELLING.test(text);
  const lines = text.split('\n', LINES_BEFORE_HEADER);
  return lines.some((line) => whatIsMissing(cellsOf(line, form.delimiter), {}) === undefined);
}
