import { Alias } from 'aws-cdk-lib/aws-kms';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface AlertTopicProps {
  /** Each address must confirm the message that AWS sends it. */
  readonly emails: readonly string[];
}

/** Where alerts are published, and who hears of them. */
export class AlertTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Turfwatch',
      enforceSSL: true,
      masterKey: Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
    });
    for (const email of props.emails) this.topic.addSubscription(new EmailSubscription(email));
  }

  acceptFrom(publisher: MonitorFunction): void {
    publisher.allow(['sns:Publish'], this.topic.topicArn);
  }

  /** Hands messages of these levels to a channel's queue. */
  feed(channel: WorkQueue, levels: readonly string[]): void {
    this.topic.addSubscription(
      new SqsSubscription(channel.queue, {
        deadLetterQueue: channel.deadLetters,
        filterPolicy: { level: SubscriptionFilter.stringFilter({ allowlist: [...levels] }) },
      }),
    );
  }
}
