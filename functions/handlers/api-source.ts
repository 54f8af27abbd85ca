import type { SourceName } from '../model/watch.ts';
import { RequestFault } from './api-problem.ts';

/** @throws {RequestFault} for a source that this deployment does not read */
export function requireSource(source: SourceName, sources: readonly SourceName[]): void {
  if (sources.includes(source)) return;
  const detail = `is not read here: expected one of ${sources.join(', ')}`;
  throw new RequestFault(400, `source: ${detail}`, [{ in: 'body', field: 'source', detail }]);
}
