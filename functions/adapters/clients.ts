import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one way to talk to the tables. */
export function openTables(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** The endpoint stands, whatever host a queue's address names: embedded queues live on loopback. */
export function openQueues(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}
