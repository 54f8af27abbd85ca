import { CfnOutput, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

export interface SourceAccessProps {
  /** Sources that need credentials of the operator's. */
  readonly sources: readonly ('bluesky' | 'x')[];
  /** The operator's word that X's written permission covers the use. */
  readonly xPermissionAttested: string;
  readonly xMonthlyBudgetUsd: string;
  /** Names of partners, separated by commas. */
  readonly partnersTellingDeletions: string;
}

const SECRETS = {
  bluesky: 'login of Bluesky, {"handle":"…","appPassword":"…"}; docs/deploy.md tells how to set it',
  x: 'bearer token of an app at X; docs/deploy.md tells how to set it',
} as const;

/** What functions need to read the sources that ask for credentials. */
export class SourceAccess extends Construct {
  readonly #variables: Readonly<Record<string, string>>;
  readonly #secrets: readonly Secret[];

  constructor(scope: Construct, id: string, props: SourceAccessProps) {
    super(scope, id);
    const named = props.sources.map((source) => [source, this.#secret(source)] as const);
    this.#secrets = named.map(([, secret]) => secret);
    this.#variables = {
      ...Object.fromEntries(
        named.map(([source, secret]) => [`${source.toUpperCase()}_SECRET_ID`, secret.secretArn]),
      ),
      ...(props.sources.includes('x') && {
        X_PERMISSION_ATTESTED: props.xPermissionAttested,
        X_MONTHLY_BUDGET_USD: props.xMonthlyBudgetUsd,
      }),
      INGEST_TELLS_DELETIONS: props.partnersTellingDeletions,
    };
  }

  /** Lets a function read the sources. */
  openTo(reader: MonitorFunction): void {
    this.tell(reader);
    for (const { secretArn } of this.#secrets)
      reader.allow(['secretsmanager:GetSecretValue'], secretArn);
  }

  /** Lets a function know which sources there are, and read none. */
  tell(reader: MonitorFunction): void {
    for (const [name, value] of Object.entries(this.#variables)) reader.addEnvironment(name, value);
  }

  #secret(source: keyof typeof SECRETS): Secret {
    const secret = new Secret(this, source, { description: SECRETS[source] });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'the network makes it, and only the operator can have it changed there',
    });
    new CfnOutput(this, `${source}Secret`, { value: secret.secretArn });
    return secret;
  }
}
