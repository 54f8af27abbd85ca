import { describe, expect, it } from 'vitest';
import { TABLES, type TableDefinition } from '../../functions/settings/tables.ts';
import { type Properties, propertiesOf, trialTemplates } from './trial-stacks.ts';

const { storage } = trialTemplates();
const tables = Object.entries(storage.findResources('AWS::DynamoDB::GlobalTable'));

describe('StorageStack', () => {
  it('has the four tables and no other', () => {
    expect(tables.map(([id]) => id.toLowerCase().replace(/[0-9a-f]{8}$/, '')).sort()).toEqual(
      Object.keys(TABLES).sort(),
    );
  });

  it.each(Object.entries(TABLES))('keeps %s through every mistake', (name, definition) => {
    const { resource, properties, replica } = tableNamed(name);
    const { ttl }: TableDefinition = definition;

    expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(properties.TimeToLiveSpecification).toEqual(
      ttl === undefined ? undefined : { AttributeName: ttl, Enabled: true },
    );
    expect(replica).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it.each(Object.entries(TABLES))(
    'gives %s the keys and indexes of its definition',
    (name, given) => {
      const { properties } = tableNamed(name);
      const definition: TableDefinition = given;

      expect(keysOf(properties.KeySchema)).toEqual(namesOf(definition));
      expect(
        (properties.GlobalSecondaryIndexes ?? []).map((index: Properties) => ({
          name: index.IndexName,
          keys: keysOf(index.KeySchema),
          projection: index.Projection.ProjectionType,
        })),
      ).toEqual(
        definition.indexes.map((index) => ({
          name: index.name,
          keys: namesOf(index),
          projection: index.projection,
        })),
      );
    },
  );

  it('keeps the key of the pseudonyms, which nobody chose', () => {
    const [secret] = Object.values(storage.findResources('AWS::SecretsManager::Secret'));

    expect(secret).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { GenerateSecretString: { PasswordLength: 64 } },
    });
    storage.resourceCountIs('AWS::SecretsManager::Secret', 1);
  });

  it('lets in invited people with a second factor only', () => {
    const [pool] = Object.values(propertiesOf(storage, 'AWS::Cognito::UserPool'));

    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });
});

function tableNamed(name: string) {
  const [, resource] = tables.find(([id]) => id.toLowerCase().startsWith(name)) ?? [];
  const properties = (resource?.Properties ?? {}) as Properties;
  return { resource, properties, replica: properties.Replicas?.[0] };
}

const keysOf = (schema: readonly Properties[]) => schema.map((key) => key.AttributeName);

const namesOf = ({ partitionKey, sortKey }: Pick<TableDefinition, 'partitionKey' | 'sortKey'>) =>
  [partitionKey, sortKey].flatMap((key) => (key === undefined ? [] : [key.name]));
