import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { OAuthScope, type UserPool, UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

export interface MonitorApiProps {
  readonly handler: MonitorFunction;
  readonly operators: UserPool;
  /** Address of the page, without a trailing slash: the one origin whose scripts may call. */
  readonly pageUrl: string;
}

const INGEST_PATH = '/v1/ingest';

/** The API: open to whoever signed in, health to everybody, and what partners hand in to who has a token. */
export class MonitorApi extends Construct {
  readonly url: string;
  readonly clientId: string;
  /** Where a browser signs in, without a trailing slash. */
  readonly signInUrl: string;

  constructor(scope: Construct, id: string, props: MonitorApiProps) {
    super(scope, id);
    const client = signInClient(this, props);
    const integration = new HttpLambdaIntegration('Handler', props.handler);
    const api = new HttpApi(this, 'Api', {
      apiName: 'turfwatch',
      createDefaultStage: false,
      defaultAuthorizer: new HttpUserPoolAuthorizer('SignedIn', props.operators, {
        userPoolClients: [client],
      }),
      corsPreflight: {
        allowOrigins: [props.pageUrl],
        allowMethods: [
          CorsHttpMethod.GET,
          CorsHttpMethod.POST,
          CorsHttpMethod.PATCH,
          CorsHttpMethod.DELETE,
        ],
        allowHeaders: ['authorization', 'content-type', 'if-none-match'],
        exposeHeaders: ['etag', 'location'],
        maxAge: Duration.hours(1),
      },
    });
    // Each method by name: ANY would also take the browser's OPTIONS, which carries no token.
    api.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE],
      integration,
    });
    const [health] = api.addRoutes({
      path: '/v1/health',
      methods: [HttpMethod.GET],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    if (health !== undefined)
      Validations.of(health).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'health tells up or down and nothing else, for monitors that hold no account',
      });
    const [ingest] = api.addRoutes({
      path: INGEST_PATH,
      methods: [HttpMethod.POST],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    const stage = loggedStage(this, api);
    if (ingest !== undefined) {
      Validations.of(ingest).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'partners hold no account: the function itself compares their tokens with hashes',
      });
      limitIngest(stage, ingest);
    }

    this.url = api.apiEndpoint;
    this.clientId = client.userPoolClientId;
    this.signInUrl = new UserPoolDomain(this, 'SignIn', {
      userPool: props.operators,
      cognitoDomain: { domainPrefix: `turfwatch-${Aws.ACCOUNT_ID}` },
    }).baseUrl();
  }
}

/** What partners hand in leaves the page's calls their room. */
function limitIngest(stage: HttpStage, route: HttpRoute): void {
  const settings = stage.node.defaultChild as CfnStage;
  settings.routeSettings = {
    [`POST ${INGEST_PATH}`]: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
  };
  stage.node.addDependency(route);
}

/** A browser keeps no secret: code flow with PKCE, tokens of an hour. */
function signInClient(scope: Construct, props: MonitorApiProps): UserPoolClient {
  return new UserPoolClient(scope, 'Page', {
    userPool: props.operators,
    generateSecret: false,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${props.pageUrl}/`],
      logoutUrls: [`${props.pageUrl}/`],
    },
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  });
}

/** Calls are logged without the address, the token or the query of the caller. */
function loggedStage(scope: Construct, api: HttpApi): HttpStage {
  const log = new LogGroup(scope, 'AccessLog', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 25, burstLimit: 50 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          time: '$context.requestTime',
          route: '$context.routeKey',
          status: '$context.status',
          error: '$context.error.message',
          authorizerError: '$context.authorizer.error',
          latencyMs: '$context.responseLatency',
          bytes: '$context.responseLength',
        }),
      ),
    },
  });
}
