import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { AlertMessage } from '../../model/alert.ts';
import type { Topic } from '../../ports/topic.ts';
import { emailSubject, emailText } from './email-text.ts';

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/**
 * Publishes the alert as the plain text that email subscribers read. The same alert as data, and
 * what subscribers filter by, travel as message attributes.
 */
export function snsTopic(client: SNSClient, topicArn: string): Topic {
  return {
    async publish(message: AlertMessage) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: emailSubject(message),
          Message: emailText(message),
          MessageAttributes: {
            alertId: text(message.alertId),
            burstId: text(message.burstId),
            level: text(message.level),
            source: text(message.source),
            hashtag: text(message.hashtag),
            alert: text(JSON.stringify(message)),
          },
        }),
      );
    },
  };
}
