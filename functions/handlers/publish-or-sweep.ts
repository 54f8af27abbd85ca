import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/** The publish function has two callers: its queue, and a schedule that sweeps up what was left. */
export function publishOrSweep<Swept>(
  publishBatch: (event: SQSEvent) => Promise<SQSBatchResponse>,
  sweep: (event: unknown) => Promise<Swept>,
) {
  return async (event: unknown): Promise<SQSBatchResponse | Swept> =>
    isBatch(event) ? publishBatch(event) : sweep(event);
}

function isBatch(event: unknown): event is SQSEvent {
  return typeof event === 'object' && event !== null && 'Records' in event;
}
