import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

export interface WatchScheduleProps {
  readonly target: MonitorFunction;
  /** 1 or more. */
  readonly everyMinutes: number;
  /** Told to the function beside the time. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly description: string;
}

/**
 * Calls a function with `{"time": <the time it was due>}`: a call that comes late, or twice, names the same minute.
 * A call that could not be made within a minute is dropped, since the next stands for it too.
 */
export class WatchSchedule extends Construct {
  constructor(scope: Construct, id: string, props: WatchScheduleProps) {
    super(scope, id);
    const { target, everyMinutes } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
    );
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: props.description,
      scheduleExpression: `rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ time: '<aws.scheduler.scheduled-time>', ...props.payload }),
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 2 },
      },
    });
    // A schedule is refused while its role cannot yet call the target.
    schedule.node.addDependency(role);
  }
}
