import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SettingsError } from '../../model/errors.ts';

const FROM_VARIABLE = /^env:(\w+)$/;

/**
 * The value of a secret: from Secrets Manager, or, for an id such as `env:NAME`, from that
 * environment variable (the embedded runtime has no Secrets Manager).
 *
 * @throws {SettingsError} if there is no such value
 */
export async function readSecret(id: string): Promise<string> {
  const variable = FROM_VARIABLE.exec(id)?.[1];
  const value =
    variable === undefined
      ? (await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id })))
          .SecretString
      : process.env[variable];
  if (!value) throw new SettingsError(`secret ${id} must have a value`);
  return value;
}
