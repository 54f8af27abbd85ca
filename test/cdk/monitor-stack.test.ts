import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../cdk/constructs/monitor-function.ts';
import {
  ApiEnvironment,
  AssessEnvironment,
  DiscoverEnvironment,
  DispatchEnvironment,
  PollEnvironment,
  PublishEnvironment,
  SlackEnvironment,
} from '../../functions/settings/environment.ts';
import { holderOf, tableRights } from './table-rights.ts';
import { EVERYTHING, type Properties, propertiesOf, trialTemplates } from './trial-stacks.ts';

const { monitor } = trialTemplates();
const functions = Object.values(propertiesOf(monitor, 'AWS::Lambda::Function'));
const queues = propertiesOf(monitor, 'AWS::SQS::Queue');
const policies = propertiesOf(monitor, 'AWS::IAM::Policy');

describe('functions', () => {
  it('are exactly the seven', () => {
    expect(functions.map(({ Handler }) => Handler).sort()).toEqual(
      FUNCTIONS.map((name) => `${name}.handler`).sort(),
    );
  });

  it.each(functions)(
    '$Handler runs on arm64 with Node 24, traced, its logs kept a month',
    (one) => {
      const logs = propertiesOf(monitor, 'AWS::Logs::LogGroup');

      expect(one).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        TracingConfig: { Mode: 'Active' },
      });
      expect(logs[one.LoggingConfig.LogGroup.Ref]).toMatchObject({ RetentionInDays: 30 });
    },
  );

  it.each([
    ['dispatch', DispatchEnvironment],
    ['poll', PollEnvironment],
    ['discover', DiscoverEnvironment],
    ['assess', AssessEnvironment],
    ['publish', PublishEnvironment],
    ['slack', SlackEnvironment],
    ['api', ApiEnvironment],
  ] as const)('%s gets every variable it reads', (name, schema) => {
    const { Environment } = functionNamed(name);

    for (const variable of Object.keys(schema.shape))
      expect(Environment.Variables, variable).toHaveProperty(variable);
  });
});

describe('queues', () => {
  const working = Object.entries(queues).filter(([, queue]) => queue.RedrivePolicy !== undefined);
  const deadLetters = working.map(([, { RedrivePolicy }]) =>
    RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'].at(0),
  );

  it('are four that work, each with one of its own for what failed five times', () => {
    expect(working).toHaveLength(4);
    expect(new Set(deadLetters).size).toBe(4);
    expect(Object.keys(queues)).toHaveLength(8);
    for (const [, { RedrivePolicy }] of working) expect(RedrivePolicy.maxReceiveCount).toBe(5);
  });

  it.each(Object.entries(queues))('%s is encrypted and refuses plain HTTP', (id, queue) => {
    expect(queue.SqsManagedSseEnabled).toBe(true);
    monitor.hasResourceProperties('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it.each(working)('%s waits six times as long as its function may take', (id, queue) => {
    const source = Object.values(propertiesOf(monitor, 'AWS::Lambda::EventSourceMapping')).find(
      ({ EventSourceArn }) => EventSourceArn['Fn::GetAtt'][0] === id,
    );
    const worker = propertiesOf(monitor, 'AWS::Lambda::Function')[source?.FunctionName.Ref];

    expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker?.Timeout);
    expect(source?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it.each(deadLetters)('%s rings an alarm at the first message', (id) => {
    monitor.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } }],
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
    });
  });
});

describe('schedules', () => {
  const schedules = Object.values(propertiesOf(monitor, 'AWS::Scheduler::Schedule'));
  const calledBy = (schedule: Properties): string => {
    const called = schedule.Target.Arn['Fn::GetAtt'][0];
    return propertiesOf(monitor, 'AWS::Lambda::Function')[called]?.Handler;
  };

  it.each([
    ['rate(1 minute)', 'dispatch', { time: '<aws.scheduler.scheduled-time>' }],
    ['rate(5 minutes)', 'discover', { time: '<aws.scheduler.scheduled-time>' }],
    ['rate(5 minutes)', 'publish', { time: '<aws.scheduler.scheduled-time>', sweep: true }],
  ])('%s calls %s with %j', (expression, name, payload) => {
    const schedule = schedules.find((one) => calledBy(one) === `${name}.handler`);

    expect(schedule?.ScheduleExpression).toBe(expression);
    expect(JSON.parse(schedule?.Target.Input)).toEqual(payload);
  });

  it('are these three', () => {
    expect(schedules).toHaveLength(3);
  });
});

describe('rights', () => {
  const statements = Object.values(policies).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement as readonly Properties[],
  );

  it('name each action: no star among them', () => {
    for (const { Action } of statements)
      for (const action of [Action].flat()) expect(action).toMatch(/^[a-z0-9]+:[A-Za-z]+$/);
  });

  it('name each resource, but for traces, which belong to none', () => {
    for (const { Action, Resource } of statements)
      if (JSON.stringify(Resource).includes('*'))
        expect([Action].flat()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });

  it('reach the tables one by one', () => {
    expect(tableRights(monitor)).toEqual({
      Dispatch: ['Watches/index/due: Query'],
      Poll: [
        'Baselines: GetItem PutItem',
        'Bursts: GetItem PutItem UpdateItem',
        'Posts: PutItem Query',
        'Watches: GetItem PutItem',
      ],
      Discover: [
        'Baselines: BatchWriteItem Query',
        'Bursts: GetItem PutItem Query UpdateItem',
        'Watches/index/all: Query',
        'Watches: DeleteItem GetItem PutItem',
      ],
      Assess: [
        'Bursts/index/started: Query',
        'Bursts: GetItem PutItem Query UpdateItem',
        'Posts: Query',
        'Watches/index/all: Query',
      ],
      Publish: [
        'Baselines: GetItem Query',
        'Bursts/index/pending: Query',
        'Bursts: GetItem PutItem Query',
      ],
      Slack: ['Bursts: GetItem PutItem'],
      Api: [
        'Baselines: BatchWriteItem GetItem Query',
        'Bursts/index/started: Query',
        'Bursts: GetItem PutItem Query',
        'Posts: DeleteItem PutItem Query UpdateItem',
        'Watches/index/all: Query',
        'Watches: DeleteItem GetItem PutItem',
      ],
    });
  });

  it('give the key of the pseudonyms to those who see accounts, and the address of Slack to slack', () => {
    const readers = (secret: RegExp) =>
      whoMay('secretsmanager:GetSecretValue', (resource) => secret.test(JSON.stringify(resource)));

    expect(readers(/PseudonymKey/)).toEqual(['Api', 'Assess', 'Discover', 'Poll']);
    expect(readers(/SlackAddress/)).toEqual(['Slack']);
    expect(readers(/PartnerTokens/)).toEqual(['Api']);
  });

  it('let publish alone speak to the topic', () => {
    expect(whoMay('sns:Publish', () => true)).toEqual(['Publish']);
  });
});

describe('sources that ask for credentials', () => {
  const { monitor: reading } = trialTemplates({
    sources: 'bluesky, x',
    xPermissionAttested: 'yes',
    xMonthlyBudgetUsd: '25',
    partnersTellingDeletions: 'paper',
  });
  const functions = Object.entries(propertiesOf(reading, 'AWS::Lambda::Function'));
  const readersOf = (name: RegExp) =>
    Object.values(propertiesOf(reading, 'AWS::IAM::Policy'))
      .filter(({ PolicyDocument }) =>
        PolicyDocument.Statement.some(
          ({ Action, Resource }: { Action: unknown; Resource: unknown }) =>
            Action === 'secretsmanager:GetSecretValue' && name.test(JSON.stringify(Resource)),
        ),
      )
      .map(({ PolicyName }) => String(PolicyName).replace(/RoleDefault.*/, ''))
      .sort();

  it('have a secret each, which those who ask the network may read', () => {
    expect(readersOf(/Sourcesbluesky/)).toEqual(['Assess', 'Discover', 'Poll']);
    expect(readersOf(/Sourcesx/)).toEqual(['Assess', 'Discover', 'Poll']);
  });

  it.each(['Poll', 'Assess', 'Discover', 'Api'])('are known to %s', (name) => {
    const [, found] = functions.find(([id]) => new RegExp(`^${name}[0-9A-F]`).test(id)) ?? [];
    expect(found?.Environment.Variables).toMatchObject({
      BLUESKY_SECRET_ID: expect.anything(),
      X_SECRET_ID: expect.anything(),
      X_PERMISSION_ATTESTED: 'yes',
      X_MONTHLY_BUDGET_USD: '25',
      INGEST_TELLS_DELETIONS: 'paper',
    });
  });

  it('are left out unless the context names them', () => {
    expect(JSON.stringify(monitor.toJSON())).not.toMatch(/BLUESKY_SECRET_ID|X_SECRET_ID/);
  });
});

describe('alerts', () => {
  it('go to nobody unless the context says so', () => {
    monitor.resourceCountIs('AWS::SNS::Subscription', 0);
    monitor.resourceCountIs('AWS::SNS::Topic', 1);
  });

  it('go by email to each address of the context, and to Slack at the levels named', () => {
    const { monitor: told } = trialTemplates({
      alertEmails: EVERYTHING.alertEmails,
      slackLevels: EVERYTHING.slackLevels,
    });
    const subscriptions = Object.values(propertiesOf(told, 'AWS::SNS::Subscription'));

    expect(
      subscriptions.filter(({ Protocol }) => Protocol === 'email').map(({ Endpoint }) => Endpoint),
    ).toEqual(['desk@example.org', 'night@example.org']);
    expect(subscriptions.filter(({ Protocol }) => Protocol === 'sqs')).toMatchObject([
      { FilterPolicy: { level: ['surge', 'coordinated'] }, RedrivePolicy: expect.anything() },
    ]);
  });

  it('that were written and not handed on ring an alarm, and so does a clock that stands still', () => {
    for (const [name, metric, threshold] of [
      ['publish', 'Errors', 0],
      ['dispatch', 'Errors', 0],
      ['dispatch', 'Invocations', 1],
      ['discover', 'Errors', 0],
      ['api', 'Errors', 0],
    ] as const) {
      const [id] = Object.entries(propertiesOf(monitor, 'AWS::Lambda::Function')).flatMap(
        ([key, { Handler }]) => (Handler === `${name}.handler` ? [key] : []),
      );
      monitor.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: metric,
        Threshold: threshold,
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: id } }],
        TreatMissingData: metric === 'Invocations' ? 'breaching' : 'notBreaching',
      });
    }
  });

  it('travel over an encrypted topic that refuses plain HTTP', () => {
    const [topic] = Object.values(propertiesOf(monitor, 'AWS::SNS::Topic'));

    expect(JSON.stringify(topic?.KmsMasterKeyId)).toContain('alias/aws/sns');
    monitor.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sns:Publish',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('about the monitor itself reach the operator, when it fails and when it is well again', () => {
    const { monitor: watched } = trialTemplates({ operatorEmails: 'operator@example.org' });
    const alarms = Object.values(propertiesOf(watched, 'AWS::CloudWatch::Alarm'));

    expect(alarms).toHaveLength(9);
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(OKActions).toEqual(AlarmActions);
    }
  });
});

describe('API', () => {
  const routes = Object.values(propertiesOf(monitor, 'AWS::ApiGatewayV2::Route'));

  it('leaves the page its room where partners hand in', () => {
    monitor.hasResource('AWS::ApiGatewayV2::Stage', {
      Properties: {
        RouteSettings: {
          'POST /v1/ingest': { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
        },
      },
      // A route that is not there yet cannot be limited.
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('POSTv1ingest')]),
    });
  });

  it('begins with no partner at all', () => {
    monitor.hasResourceProperties('AWS::SecretsManager::Secret', { SecretString: '{}' });
  });

  it('asks for a token of its own pool on every route but health, and but where partners show theirs', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');

    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      'GET /v1/health',
      'POST /v1/ingest',
    ]);
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      'DELETE /v1/{proxy+}',
      'GET /v1/health',
      'GET /v1/{proxy+}',
      'PATCH /v1/{proxy+}',
      'POST /v1/ingest',
      'POST /v1/{proxy+}',
    ]);
    for (const { AuthorizationType, AuthorizerId } of routes)
      if (AuthorizationType === 'JWT') expect(AuthorizerId).toBeDefined();
  });

  it('takes calls from scripts of the page alone', () => {
    const [api] = Object.values(propertiesOf(monitor, 'AWS::ApiGatewayV2::Api'));

    expect(api?.CorsConfiguration.AllowOrigins).toHaveLength(1);
    expect(JSON.stringify(api?.CorsConfiguration.AllowOrigins)).toMatch(/Distribution.*DomainName/);
    expect(api?.CorsConfiguration.AllowCredentials).toBeUndefined();
  });

  it('is throttled, and logs calls without who made them', () => {
    const [stage] = Object.values(propertiesOf(monitor, 'AWS::ApiGatewayV2::Stage'));
    const format = stage?.AccessLogSettings.Format;

    expect(stage?.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 25,
      ThrottlingBurstLimit: 50,
    });
    expect(Object.keys(JSON.parse(format))).toContain('status');
    expect(format).not.toMatch(/sourceIp|claims|caller|userAgent|\$context\.path/);
  });
});

function functionNamed(name: string): Properties {
  const found = functions.find(({ Handler }) => Handler === `${name}.handler`);
  if (found === undefined) throw new Error(`function ${name} is required`);
  return found;
}

function whoMay(action: string, where: (resource: unknown) => boolean): readonly string[] {
  const holders = Object.entries(policies).flatMap(([id, { PolicyDocument }]) =>
    (PolicyDocument.Statement as readonly Properties[])
      .filter((one) => [one.Action].flat().includes(action) && [one.Resource].flat().some(where))
      .map(() => holderOf(id)),
  );
  return [...new Set(holders)].sort();
}
