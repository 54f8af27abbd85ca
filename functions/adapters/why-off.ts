import { SettingsError } from '../model/errors.ts';
import type { SourceName } from '../model/watch.ts';
import { requireAttested } from './x/require-attested.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What is missing for a source to be read in this deployment, in words; null where nothing is. */
export function whyOff(source: SourceName, variables: Variables): string | null {
  if (source === 'replay' && !variables.REPLAY_FILES) return 'needs files to replay';
  if (source === 'bluesky' && !hasLogin(variables))
    return 'needs BLUESKY_HANDLE and BLUESKY_APP_PASSWORD, of an account of yours';
  if (source === 'x') return whyXIsOff(variables);
  return null;
}

function hasLogin({ BLUESKY_SECRET_ID, BLUESKY_HANDLE, BLUESKY_APP_PASSWORD }: Variables): boolean {
  return Boolean(BLUESKY_SECRET_ID || (BLUESKY_HANDLE && BLUESKY_APP_PASSWORD));
}

function whyXIsOff({ X_SECRET_ID, X_BEARER_TOKEN, X_PERMISSION_ATTESTED }: Variables) {
  try {
    requireAttested(X_PERMISSION_ATTESTED);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return X_SECRET_ID || X_BEARER_TOKEN ? null : 'needs X_BEARER_TOKEN, of an app of yours';
}
