import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Message } from '../../model/alert.ts';
import type { Topic } from '../../ports/topic.ts';
import { emailSubject, emailText } from './email-text.ts';
import { surgeSubject, surgeText } from './surge-email.ts';

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/**
 * Publishes the message as the plain text that email subscribers read. The same as data, and what
 * subscribers filter by, travel as message attributes.
 */
export function snsTopic(client: SNSClient, topicArn: string): Topic {
  return {
    async publish(message: Message) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          ...(message.level === 'surge'
            ? { Subject: surgeSubject(message), Message: surgeText(message) }
            : { Subject: emailSubject(message), Message: emailText(message) }),
          MessageAttributes: {
            alertId: text(message.alertId),
            level: text(message.level),
            source: text(message.source),
            ...(message.level !== 'surge' && {
              burstId: text(message.burstId),
              hashtag: text(message.hashtag),
            }),
            alert: text(JSON.stringify(message)),
          },
        }),
      );
    },
  };
}
