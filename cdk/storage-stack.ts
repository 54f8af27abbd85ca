import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { TABLES, type TableName } from '../functions/settings/tables.ts';
import { MonitorTable } from './constructs/monitor-table.ts';
import { OperatorPool } from './constructs/operator-pool.ts';

/** What must survive a mistake: the tables, the key of the pseudonyms, and who may sign in. */
export class StorageStack extends Stack {
  readonly tables: { readonly [Name in TableName]: MonitorTable<(typeof TABLES)[Name]> };
  readonly pseudonymKey: Secret;
  readonly operators: OperatorPool;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.tables = {
      watches: new MonitorTable(this, 'Watches', TABLES.watches),
      baselines: new MonitorTable(this, 'Baselines', TABLES.baselines),
      bursts: new MonitorTable(this, 'Bursts', TABLES.bursts),
      posts: new MonitorTable(this, 'Posts', TABLES.posts),
    };
    this.pseudonymKey = new Secret(this, 'PseudonymKey', {
      description: 'key of the pseudonyms of accounts; whoever has it can look for an account',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.pseudonymKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'a new key gives every account a new pseudonym, and no account would be seen to return',
    });
    this.operators = new OperatorPool(this, 'Operators');
    new CfnOutput(this, 'OperatorPool', { value: this.operators.userPoolId });
  }
}
