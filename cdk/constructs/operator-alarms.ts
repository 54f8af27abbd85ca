import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface OperatorAlarmsProps {
  /** Nobody: the alarms show in CloudWatch only. */
  readonly emails: readonly string[];
}

/** Tells the operator that a part of the monitor itself has failed; docs/deploy.md says what to do. */
export class OperatorAlarms extends Construct {
  readonly #actions: readonly IAlarmAction[];

  constructor(scope: Construct, id: string, props: OperatorAlarmsProps) {
    super(scope, id);
    this.#actions = props.emails.length === 0 ? [] : [new SnsAction(this.#topic(props.emails))];
  }

  /** Rings when a message has been set aside. */
  watchDeadLetters(name: string, work: WorkQueue): void {
    this.#add(`${name}DeadLetters`, {
      description: `${name}: a message failed five times and was set aside`,
      metric: work.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      operator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Rings when the clock of the monitor has stood still for five minutes. */
  watchHeartbeat(dispatch: MonitorFunction): void {
    this.#add('Heartbeat', {
      description: 'dispatch has not run for five minutes: nothing is being watched',
      metric: dispatch.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      operator: ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 1,
      missing: TreatMissingData.BREACHING,
    });
  }

  /**
   * Rings when a function that has no queue to fall back on keeps failing.
   *
   * @param everyMinutes how often it is called, where that is not each minute
   */
  watchErrors(name: string, work: MonitorFunction, everyMinutes = 1): void {
    this.#add(`${name}Errors`, {
      description: `${name} has failed three times in the last ${5 * everyMinutes} minutes`,
      metric: work.metricErrors({ period: Duration.minutes(everyMinutes), statistic: 'Sum' }),
      operator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }

  #add(id: string, rule: AlarmRule): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: rule.description,
      metric: rule.metric,
      comparisonOperator: rule.operator,
      threshold: rule.threshold,
      evaluationPeriods: rule.evaluationPeriods,
      ...(rule.datapointsToAlarm === undefined
        ? {}
        : { datapointsToAlarm: rule.datapointsToAlarm }),
      treatMissingData: rule.missing,
    });
    for (const action of this.#actions) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }

  #topic(emails: readonly string[]): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Turfwatch alarms', enforceSSL: true });
    for (const email of emails) topic.addSubscription(new EmailSubscription(email));
    return topic;
  }
}

type AlarmRule = {
  readonly description: string;
  readonly metric: IMetric;
  readonly operator: ComparisonOperator;
  readonly threshold: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm?: number;
  readonly missing: TreatMissingData;
};
