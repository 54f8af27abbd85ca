import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';

const ACCOUNT = '000000000000';
const REGION = 'us-east-1';

/** Queues and topics on loopback that speak the real protocols; and clients that talk to them. */
export async function openQueueServer() {
  const server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  const client = {
    region: REGION,
    endpoint: `http://127.0.0.1:${server.port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  const sqs = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  const sns = new SNSClient(client);
  return {
    server,
    sqs,
    sns,
    queueUrl: (name: string) => `http://127.0.0.1:${server.port}/${ACCOUNT}/${name}`,
    topicArn: (name: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`,
    bodiesIn: (name: string): string[] =>
      server.inspectQueue(name)?.messages.ready.map((message) => message.body) ?? [],
    async stop() {
      sqs.destroy();
      sns.destroy();
      await server.stop();
    },
  };
}
