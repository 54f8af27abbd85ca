import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

export interface WorkQueueProps {
  readonly worker: MonitorFunction;
  /** Messages handed over in one call; one that fails returns alone. */
  readonly batchSize: number;
  /** Calls at the same time, 2 or more: a brake on cost and on the sources. */
  readonly maxConcurrency: number;
  /**
   * How long unread work is worth doing.
   *
   * @default 4 days
   */
  readonly retention?: Duration;
}

/** Work for one function. A message that failed five times is set aside for a fortnight, where an alarm sees it. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...SEALED,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      ...SEALED,
      retentionPeriod: props.retention ?? Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds(props.worker)),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    props.worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** Lets `sender` leave work here. */
  acceptFrom(sender: MonitorFunction): void {
    sender.allow(['sqs:SendMessage'], this.queue.queueArn);
  }
}

const SEALED = { enforceSSL: true, encryption: QueueEncryption.SQS_MANAGED };

/** Lambda must be able to try a batch again before the queue shows it to another: six times its own limit. */
function timeoutSeconds(worker: MonitorFunction): number {
  if (worker.timeout === undefined) throw new Error('worker of a queue requires a timeout');
  return worker.timeout.toSeconds();
}
