import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SettingsError } from '../../model/errors.ts';

const FROM_VARIABLE = /^env:(\w+)$/;

/** Faults that stay until somebody mends them, and what is required then. */
const LASTING: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'exist',
  InvalidRequestException: 'exist and not be marked for deletion',
  AccessDeniedException: 'be allowed to this function',
  DecryptionFailure: 'be encrypted with a key that this function may use',
};

/**
 * The value of a secret: from Secrets Manager, or, for an id such as `env:NAME`, from that
 * environment variable (the embedded runtime has no Secrets Manager).
 *
 * @throws {SettingsError} if there is no such value, or we may not read it
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
    const required = cause instanceof Error ? LASTING[cause.name] : undefined;
    if (required === undefined) throw cause;
    throw new SettingsError(`secret ${id} must ${required}`, { cause });
  }
}
