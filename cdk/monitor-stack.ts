import { CfnOutput, Duration, SecretValue, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type {
  ApiEnvironment,
  AssessEnvironment,
  DiscoverEnvironment,
  DispatchEnvironment,
  PollEnvironment,
  PublishEnvironment,
  SlackEnvironment,
  Variables,
} from '../functions/settings/environment.ts';
import { AlertTopic } from './constructs/alert-topic.ts';
import { MonitorApi } from './constructs/monitor-api.ts';
import { type FunctionCode, MonitorFunction } from './constructs/monitor-function.ts';
import { OperatorAlarms } from './constructs/operator-alarms.ts';
import { SourceAccess } from './constructs/source-access.ts';
import { WatchSchedule } from './constructs/watch-schedule.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import type { DeployContext } from './context.ts';
import type { StorageStack } from './storage-stack.ts';

export interface MonitorStackProps extends StackProps {
  readonly storage: StorageStack;
  /** Address of the dashboard, without a trailing slash. */
  readonly pageUrl: string;
  readonly code: FunctionCode;
  readonly context: DeployContext;
}

/** A function with the queue that feeds it. */
type Step = { readonly worker: MonitorFunction; readonly work: WorkQueue };

/** What may be replaced: the functions, their queues, the schedules, the topic and the API. */
export class MonitorStack extends Stack {
  readonly #props: MonitorStackProps;
  readonly #sources: SourceAccess;

  constructor(scope: Construct, id: string, props: MonitorStackProps) {
    super(scope, id, props);
    this.#props = props;
    this.#sources = new SourceAccess(this, 'Sources', props.context);
    const alerts = new AlertTopic(this, 'Alerts', { emails: props.context.alertEmails });

    const slack = this.#slack(alerts);
    const publish = this.#publish(alerts);
    const assess = this.#assess(publish.work);
    const poll = this.#poll(assess.work);
    const dispatch = this.#dispatch(poll.work);
    const discover = this.#discover();
    const api = this.#api(assess.work);

    const alarms = new OperatorAlarms(this, 'Alarms', { emails: props.context.operatorEmails });
    alarms.watchDeadLetters('Polls', poll.work);
    alarms.watchDeadLetters('Assess', assess.work);
    alarms.watchDeadLetters('Publish', publish.work);
    alarms.watchDeadLetters('Slack', slack.work);
    alarms.watchHeartbeat(dispatch);
    alarms.watchErrors('Dispatch', dispatch);
    alarms.watchErrors('Discover', discover, DISCOVER_MINUTES);
    alarms.watchErrors('Publish', publish.worker);
    alarms.watchErrors('Api', api);
  }

  #dispatch(polls: WorkQueue): MonitorFunction {
    const { storage, code } = this.#props;
    const dispatch = new MonitorFunction<Variables<typeof DispatchEnvironment>>(this, 'Dispatch', {
      name: 'dispatch',
      code,
      description: 'finds the watches that are due',
      memorySize: 512,
      environment: {
        WATCHES_TABLE: storage.tables.watches.tableName,
        POLLS_QUEUE_URL: polls.queue.queueUrl,
      },
    });
    storage.tables.watches.open(dispatch, { indexes: ['due'] });
    polls.acceptFrom(dispatch);
    new WatchSchedule(this, 'EveryMinute', {
      target: dispatch,
      everyMinutes: 1,
      description: 'asks which watches are due',
    });
    return dispatch;
  }

  #poll(assessments: WorkQueue): Step {
    const { storage, code } = this.#props;
    const { watches, baselines, bursts, posts } = storage.tables;
    const worker = new MonitorFunction<Variables<typeof PollEnvironment>>(this, 'Poll', {
      name: 'poll',
      code,
      description: 'asks a source for counts and posts, scores them, opens and closes bursts',
      memorySize: 512,
      timeout: Duration.seconds(60),
      environment: {
        ...this.#tableNames(),
        ASSESS_QUEUE_URL: assessments.queue.queueUrl,
        PSEUDONYM_SECRET_ID: storage.pseudonymKey.secretArn,
      },
    });
    watches.open(worker, { items: ['GetItem', 'PutItem'] });
    baselines.open(worker, { items: ['GetItem', 'PutItem'] });
    // Allowances and spending, which all pollers share, are counted up in place.
    bursts.open(worker, { items: ['GetItem', 'PutItem', 'UpdateItem'] });
    posts.open(worker, { items: ['PutItem', 'Query'] });
    readSecret(worker, storage.pseudonymKey);
    this.#sources.openTo(worker);
    assessments.acceptFrom(worker);
    // A poll that waited an hour is worth nothing: the watch has been due again since.
    const retention = Duration.hours(1);
    return { worker, work: new WorkQueue(this, 'Polls', { worker, retention, ...FAN_OUT }) };
  }

  #discover(): MonitorFunction {
    const { storage, code, context } = this.#props;
    const { watches, baselines, bursts, posts } = storage.tables;
    const discover = new MonitorFunction<Variables<typeof DiscoverEnvironment>>(this, 'Discover', {
      name: 'discover',
      code,
      description: 'reads what trends, watches what newly does and forgets what has cooled',
      memorySize: 512,
      timeout: Duration.minutes(4),
      environment: {
        WATCHES_TABLE: watches.tableName,
        BASELINES_TABLE: baselines.tableName,
        BURSTS_TABLE: bursts.tableName,
        POSTS_TABLE: posts.tableName,
        PSEUDONYM_SECRET_ID: storage.pseudonymKey.secretArn,
        DISCOVER: context.discover,
      },
    });
    readSecret(discover, storage.pseudonymKey);
    this.#sources.openTo(discover);
    watches.open(discover, { items: ['GetItem', 'PutItem', 'DeleteItem'], indexes: ['all'] });
    baselines.open(discover, { items: ['Query', 'BatchWriteItem'] });
    bursts.open(discover, { items: ['Query', 'GetItem', 'PutItem', 'UpdateItem'] });
    new WatchSchedule(this, 'EveryFewMinutes', {
      target: discover,
      everyMinutes: DISCOVER_MINUTES,
      description: 'reads what trends',
    });
    return discover;
  }

  #assess(publications: WorkQueue): Step {
    const { storage, code } = this.#props;
    const { watches, bursts, posts } = storage.tables;
    const worker = new MonitorFunction<Variables<typeof AssessEnvironment>>(this, 'Assess', {
      name: 'assess',
      code,
      description: 'measures the signals on the posts of a burst and keeps the verdict',
      memorySize: 1769,
      timeout: Duration.seconds(120),
      environment: {
        ...this.#tableNames(),
        PUBLISH_QUEUE_URL: publications.queue.queueUrl,
        PSEUDONYM_SECRET_ID: storage.pseudonymKey.secretArn,
      },
    });
    bursts.open(worker, {
      items: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
      indexes: ['started'],
    });
    posts.open(worker, { items: ['Query'] });
    this.#sources.openTo(worker);
    // Counts them when many rise together.
    watches.open(worker, { indexes: ['all'] });
    readSecret(worker, storage.pseudonymKey);
    publications.acceptFrom(worker);
    return {
      worker,
      work: new WorkQueue(this, 'Assessments', { worker, ...FAN_OUT, batchSize: 1 }),
    };
  }

  #publish(alerts: AlertTopic): Step {
    const { storage, code, pageUrl } = this.#props;
    const { baselines, bursts } = storage.tables;
    const worker = new MonitorFunction<Variables<typeof PublishEnvironment>>(this, 'Publish', {
      name: 'publish',
      code,
      description: 'hands written alerts to the topic, and sweeps up what a crash left',
      memorySize: 512,
      environment: {
        BURSTS_TABLE: bursts.tableName,
        BASELINES_TABLE: baselines.tableName,
        ALERT_TOPIC_ARN: alerts.topic.topicArn,
        PAGE_URL: pageUrl,
      },
    });
    bursts.open(worker, { items: ['GetItem', 'PutItem', 'Query'], indexes: ['pending'] });
    baselines.open(worker, { items: ['GetItem', 'Query'] });
    alerts.acceptFrom(worker);
    new WatchSchedule(this, 'EveryFiveMinutes', {
      target: worker,
      everyMinutes: 5,
      payload: { sweep: true },
      description: 'sweeps up alerts that were written and not sent',
    });
    return { worker, work: new WorkQueue(this, 'Publications', { worker, ...FAN_OUT }) };
  }

  #slack(alerts: AlertTopic): Step {
    const { storage, code, context } = this.#props;
    const address = new Secret(this, 'SlackAddress', {
      description: 'address of the Slack incoming webhook; docs/deploy.md tells how to set it',
    });
    Validations.of(address).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Slack makes the address, and only Slack can change it',
    });
    const worker = new MonitorFunction<Variables<typeof SlackEnvironment>>(this, 'Slack', {
      name: 'slack',
      code,
      description: 'shows alerts in a Slack channel',
      memorySize: 256,
      environment: {
        BURSTS_TABLE: storage.tables.bursts.tableName,
        SLACK_SECRET_ID: address.secretArn,
      },
    });
    // Notes which alert was shown, so that a repeat is dropped.
    storage.tables.bursts.open(worker, { items: ['GetItem', 'PutItem'] });
    readSecret(worker, address);
    // Slack takes about one message a second.
    const work = new WorkQueue(this, 'SlackMessages', { worker, batchSize: 1, maxConcurrency: 2 });
    if (context.slackLevels.length > 0) alerts.feed(work, ['surge', ...context.slackLevels]);
    new CfnOutput(this, 'SlackSecret', { value: address.secretArn });
    return { worker, work };
  }

  #api(assessments: WorkQueue): MonitorFunction {
    const { storage, code, pageUrl } = this.#props;
    const { watches, baselines, bursts, posts } = storage.tables;
    const partners = this.#partners();
    const handler = new MonitorFunction<Variables<typeof ApiEnvironment>>(this, 'Api', {
      name: 'api',
      code,
      description: 'answers the dashboard and other programs',
      memorySize: 1769,
      // API Gateway waits no longer than 30 seconds.
      timeout: Duration.seconds(29),
      environment: {
        ...this.#tableNames(),
        ASSESS_QUEUE_URL: assessments.queue.queueUrl,
        PSEUDONYM_SECRET_ID: storage.pseudonymKey.secretArn,
        INGEST_SECRET_ID: partners.secretArn,
      },
    });
    watches.open(handler, { items: ['GetItem', 'PutItem', 'DeleteItem'], indexes: ['all'] });
    // What partners hand in.
    posts.open(handler, { items: ['PutItem', 'Query', 'UpdateItem', 'DeleteItem'] });
    readSecret(handler, partners);
    this.#sources.tell(handler);
    baselines.open(handler, { items: ['GetItem', 'Query', 'BatchWriteItem'] });
    bursts.open(handler, { items: ['GetItem', 'PutItem', 'Query'], indexes: ['started'] });
    readSecret(handler, storage.pseudonymKey);
    assessments.acceptFrom(handler);

    const api = new MonitorApi(this, 'Http', { handler, operators: storage.operators, pageUrl });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'SignInUrl', { value: api.signInUrl });
    new CfnOutput(this, 'SignInClient', { value: api.clientId });
    return handler;
  }

  /** Hashes of the tokens with which partners hand in posts: none at first. */
  #partners(): Secret {
    const partners = new Secret(this, 'PartnerTokens', {
      description: 'hashed tokens of partners; docs/sources.md tells how to add one',
      secretStringValue: SecretValue.unsafePlainText('{}'),
    });
    Validations.of(partners).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'it holds hashes of tokens that the operator makes and withdraws',
    });
    new CfnOutput(this, 'PartnerSecret', { value: partners.secretArn });
    return partners;
  }

  #tableNames() {
    const { watches, baselines, bursts, posts } = this.#props.storage.tables;
    return {
      WATCHES_TABLE: watches.tableName,
      BASELINES_TABLE: baselines.tableName,
      BURSTS_TABLE: bursts.tableName,
      POSTS_TABLE: posts.tableName,
    };
  }
}

/** Trend lists of networks change no faster. */
const DISCOVER_MINUTES = 5;

/** Calls at the same time: enough for thousands of watches, few enough to leave the account room. */
const FAN_OUT = { batchSize: 10, maxConcurrency: 50 };

function readSecret(reader: MonitorFunction, secret: Secret): void {
  reader.allow(['secretsmanager:GetSecretValue'], secret.secretArn);
}
