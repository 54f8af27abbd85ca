import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The Lambdas: each is a file that stands directly in functions/. */
export const FUNCTIONS = [
  'dispatch',
  'poll',
  'discover',
  'assess',
  'publish',
  'slack',
  'api',
] as const;
type FunctionName = (typeof FUNCTIONS)[number];

/** The package of a function, whose handler is `<name>.handler`. */
export type FunctionCode = (name: FunctionName) => Code;

export interface MonitorFunctionProps<Variables extends Record<string, string>> {
  readonly name: FunctionName;
  readonly code: FunctionCode;
  /** Typed by functions/settings/environment.ts: a forgotten variable fails to compile. */
  readonly environment: Variables;
  readonly description: string;
  /** Megabytes; processor time grows with it, one whole processor at 1769. */
  readonly memorySize: number;
  /** @default 30 seconds */
  readonly timeout?: Duration;
}

/** The one way this project makes a Lambda: arm64, traced, logs kept a month, and no right but those given by name. */
export class MonitorFunction<
  Variables extends Record<string, string> = Record<string, string>,
> extends LambdaFunction {
  constructor(scope: Construct, id: string, props: MonitorFunctionProps<Variables>) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own: the one that CDK makes may write to every log of the account.
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);

    super(scope, id, {
      description: props.description,
      handler: `${props.name}.handler`,
      code: props.code(props.name),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize,
      timeout: props.timeout ?? Duration.seconds(30),
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      // No --enable-source-maps: reading the maps takes a quarter of the cold start. They lie beside the code for whoever needs them.
      environment: { ...props.environment },
      role,
      logGroup,
    });

    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray takes trace segments for no resource in particular; nothing else may have a star',
    });
  }

  /** Lets the function do exactly these things to exactly these resources. */
  allow(actions: readonly string[], ...resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}
