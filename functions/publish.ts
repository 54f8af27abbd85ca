import { SNSClient } from '@aws-sdk/client-sns';
import { openTables } from './adapters/clients.ts';
import { dynamoBaselineStore } from './adapters/dynamodb/baseline-store.ts';
import { dynamoBurstStore } from './adapters/dynamodb/burst-store.ts';
import { dynamoEventStore } from './adapters/dynamodb/event-store.ts';
import { dynamoTideStore } from './adapters/dynamodb/tide-store.ts';
import { openLog } from './adapters/log.ts';
import { snsTopic } from './adapters/sns/topic.ts';
import { eachRecord } from './handlers/each-record.ts';
import { PublishDueMessage } from './handlers/message-schemas.ts';
import { publishOrSweep } from './handlers/publish-or-sweep.ts';
import { scheduled } from './handlers/scheduled.ts';
import type { PublishDue } from './ports/messages.ts';
import { PublishEnvironment, readEnvironment } from './settings/environment.ts';
import { publish, sweepAlerts } from './steps/publish.ts';
import { publishSurge } from './steps/publish-surge.ts';

const environment = readEnvironment(PublishEnvironment, process.env);
const log = openLog('publish');
const tables = openTables();
const ports = {
  bursts: dynamoBurstStore(tables, environment.BURSTS_TABLE),
  baselines: dynamoBaselineStore(tables, environment.BASELINES_TABLE),
  events: dynamoEventStore(tables, environment.BURSTS_TABLE),
  tides: dynamoTideStore(tables, environment.BURSTS_TABLE),
  topic: snsTopic(new SNSClient({}), environment.ALERT_TOPIC_ARN),
};
const settings = { pageUrl: environment.PAGE_URL };

function publishDue(due: PublishDue): Promise<string | undefined> {
  return 'surgeOf' in due
    ? publishSurge(due.surgeOf, due.atMs, ports, settings)
    : publish(due.burstId, due.atMs, ports, settings);
}

export const handler = publishOrSweep(
  eachRecord<PublishDue>(
    PublishDueMessage,
    async (due) => {
      const alertId = await publishDue(due);
      if (alertId !== undefined) log.info('alert published', { ...due, alertId });
    },
    log,
  ),
  scheduled(async (atMs) => {
    const sent = await sweepAlerts(atMs, ports, settings);
    for (const alertId of sent) log.warn('alert swept up', { alertId, atMs });
    return { swept: sent.length };
  }),
);
