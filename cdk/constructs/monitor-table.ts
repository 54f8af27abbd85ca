import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { TableDefinition, TableKey } from '../../functions/settings/tables.ts';
import type { MonitorFunction } from './monitor-function.ts';

/** Rights to the items themselves, and to read the indexes named. */
export type TableAccess<Index extends string> = {
  readonly items?: readonly TableAction[];
  readonly indexes?: readonly Index[];
};

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem';

/** A table made from its definition: on demand, restorable to any second of the last 35 days, and never deleted by a mistake. */
export class MonitorTable<Definition extends TableDefinition> extends TableV2 {
  constructor(scope: Construct, id: string, definition: Definition) {
    super(scope, id, {
      ...keysOf(definition),
      globalSecondaryIndexes: definition.indexes.map((index) => ({
        indexName: index.name,
        ...keysOf(index),
        projectionType: ProjectionType[index.projection],
      })),
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(definition.ttl === undefined ? {} : { timeToLiveAttribute: definition.ttl }),
    });
  }

  open(
    reader: MonitorFunction,
    { items = [], indexes = [] }: TableAccess<Definition['indexes'][number]['name']>,
  ): void {
    if (items.length > 0)
      reader.allow(
        items.map((action) => `dynamodb:${action}`),
        this.tableArn,
      );
    if (indexes.length > 0)
      reader.allow(
        ['dynamodb:Query'],
        ...indexes.map((index) => `${this.tableArn}/index/${index}`),
      );
  }
}

type Keys = { readonly partitionKey: TableKey; readonly sortKey?: TableKey };

function keysOf({ partitionKey, sortKey }: Keys) {
  return {
    partitionKey: attribute(partitionKey),
    ...(sortKey === undefined ? {} : { sortKey: attribute(sortKey) }),
  };
}

const ATTRIBUTE_TYPE = {
  S: AttributeType.STRING,
  N: AttributeType.NUMBER,
  B: AttributeType.BINARY,
} as const;

const attribute = ({ name, type }: TableKey) => ({ name, type: ATTRIBUTE_TYPE[type] });
