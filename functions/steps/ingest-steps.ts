import type { NameLists } from '../signals/name-class.ts';
import { type IngestBatch, type IngestPorts, type IngestSettings, ingest } from './ingest.ts';
import { type AdmitSettings, admitBatch } from './ingest-admit.ts';

/** The steps that a partner's batch takes, tied to their ports. */
export function ingestSteps(
  ports: IngestPorts,
  settings: IngestSettings & AdmitSettings & { readonly names?: NameLists },
) {
  return {
    admit: (partner: string, lines: number, atMs: number) =>
      admitBatch(partner, lines, atMs, ports.ingest, settings),
    take: (batch: IngestBatch, atMs: number) => ingest(batch, atMs, ports, settings),
  };
}
