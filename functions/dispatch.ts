import { openQueues, openTables } from './adapters/clients.ts';
import { dynamoWatchStore } from './adapters/dynamodb/watch-store.ts';
import { sqsQueue } from './adapters/sqs/queue.ts';
import { scheduled } from './handlers/scheduled.ts';
import type { PollDue } from './ports/messages.ts';
import { DISPATCHING } from './settings/dispatching.ts';
import { DispatchEnvironment, readEnvironment } from './settings/environment.ts';
import { dispatch } from './steps/dispatch.ts';

const environment = readEnvironment(DispatchEnvironment, process.env);
const ports = {
  watches: dynamoWatchStore(openTables(), environment.WATCHES_TABLE),
  polls: sqsQueue<PollDue>(openQueues(), environment.POLLS_QUEUE_URL),
};

export const handler = scheduled((atMs) => dispatch(atMs, ports, DISPATCHING));
