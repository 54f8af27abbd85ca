import { openTables } from './adapters/clients.ts';
import { dynamoDeliveryLog } from './adapters/dynamodb/delivery-log.ts';
import { openLog } from './adapters/log.ts';
import { readSecret } from './adapters/secrets/read-secret.ts';
import { slackWebhook } from './adapters/slack/webhook.ts';
import { AlertNotification } from './handlers/alert-notification.ts';
import { eachRecord } from './handlers/each-record.ts';
import { readEnvironment, SlackEnvironment } from './settings/environment.ts';
import { deliver } from './steps/deliver.ts';

const environment = readEnvironment(SlackEnvironment, process.env);
const log = openLog('slack');
const ports = {
  channel: slackWebhook(await readSecret(environment.SLACK_SECRET_ID)),
  delivered: dynamoDeliveryLog(openTables(), environment.BURSTS_TABLE),
};

export const handler = eachRecord<AlertNotification>(
  AlertNotification,
  async (notification) => {
    const message = notification.MessageAttributes.alert.Value;
    const done = await deliver(message, 'slack', ports);
    log.info(done ? 'alert delivered' : 'repeat dropped', { alertId: message.alertId });
  },
  log,
);
