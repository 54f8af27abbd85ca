import * as z from 'zod';
import { SettingsError } from '../model/errors.ts';
import type { Source } from '../ports/source.ts';
import { blueskySource } from './bluesky/bluesky-source.ts';
import { dynamoTokenStore } from './dynamodb/token-store.ts';
import { localScheme } from './local-scheme.ts';
import { readSecret } from './secrets/read-secret.ts';
import { openSealer } from './secrets/sealer.ts';
import type { NetNeeds, SharedState } from './shared-state.ts';
import type { Variables } from './why-off.ts';

const Login = z.object({ handle: z.string().min(1), appPassword: z.string().min(1) });

/**
 * Bluesky as an account of the operator's.
 *
 * @throws {SettingsError} if the login cannot be read
 */
export async function openBluesky(
  variables: Variables,
  { client, burstsTable }: Omit<SharedState, 'postsTable'>,
  net: Partial<NetNeeds>,
): Promise<Source> {
  const { handle, appPassword } = await loginOf(variables);
  const key = variables.PSEUDONYM_SECRET_ID ?? '';
  const sealer = await openSealer(key, 'bluesky post ids');
  const { BLUESKY_SERVICE: service, BLUESKY_DIRECTORY: directory } = variables;
  return blueskySource({
    ...net,
    identifier: handle,
    appPassword,
    sealer,
    tokens: dynamoTokenStore(
      client,
      burstsTable,
      `bluesky:${service ?? 'bsky.social'}:${handle}`,
      await openSealer(key, 'bluesky login'),
    ),
    ...(service !== undefined && { service }),
    ...(directory !== undefined && { directory }),
    ...localScheme(service === undefined ? [] : [service], variables),
  });
}

async function loginOf({ BLUESKY_SECRET_ID, BLUESKY_HANDLE, BLUESKY_APP_PASSWORD }: Variables) {
  if (!BLUESKY_SECRET_ID)
    return Login.parse({ handle: BLUESKY_HANDLE, appPassword: BLUESKY_APP_PASSWORD });
  const text = await readSecret(BLUESKY_SECRET_ID);
  try {
    return Login.parse(JSON.parse(text));
  } catch {
    // No cause: a parser's error would quote the secret.
    throw new SettingsError(
      'the secret of Bluesky must be JSON such as {"handle":"name.example","appPassword":"…"}',
    );
  }
}
