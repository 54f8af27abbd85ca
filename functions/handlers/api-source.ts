import type { SourceRecord } from '../model/source-capability.ts';
import type { SourceName } from '../model/watch.ts';
import { RequestFault } from './api-problem.ts';

/** @throws {RequestFault} for a source that this deployment does not read */
export function requireSource(source: SourceName, sources: readonly SourceRecord[]): void {
  const record = sources.find(({ name }) => name === source);
  if (record?.off === null) return;
  const on = sources.filter(({ off }) => off === null).map(({ name }) => name);
  const why = record === undefined ? '' : `: ${record.off}`;
  const detail = `is not read here${why}; expected one of ${on.join(', ')}`;
  throw new RequestFault(400, `source: ${detail}`, [{ in: 'body', field: 'source', detail }]);
}
