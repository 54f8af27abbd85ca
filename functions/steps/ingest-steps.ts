import { type IngestBatch, type IngestPorts, type IngestSettings, ingest } from './ingest.ts';
import { admitBatch, type DrawSettings } from './ingest-admit.ts';

/** The steps that a partner's batch takes, tied to their ports. */
export function ingestSteps(ports: IngestPorts, settings: IngestSettings & DrawSettings) {
  return {
    admit: (partner: string, lines: number, atMs: number) =>
      admitBatch(partner, lines, atMs, ports.ingest, settings),
    take: (batch: IngestBatch, atMs: number) => ingest(batch, atMs, ports, settings),
  };
}
