import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
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
  const value = variable === undefined ? await fetchSecret(id) : process.env[variable];
  if (!value) throw new SettingsError(`secret ${id} must have a value`);
  return value;
}

async function fetchSecret(id: string): Promise<string | undefined> {
  const client = new SecretsManagerClient({});
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString;
  } catch (cause) {
    if (!(cause instanceof ResourceNotFoundException)) throw cause;
    throw new SettingsError(`secret ${id} must exist`, { cause });
  }
}
