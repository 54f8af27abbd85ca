import { requireAttested } from '../functions/adapters/x/require-attested.ts';
import { SettingsError } from '../functions/model/errors.ts';
import type { SourceName } from '../functions/model/watch.ts';

/** What a source needs of the environment before it can be read. */
const NEEDED: Partial<Record<SourceName, { readonly names: readonly string[]; why: string }>> = {
  bluesky: {
    names: ['BLUESKY_HANDLE', 'BLUESKY_APP_PASSWORD'],
    why: 'its search asks for a login: an account of yours, and an app password made in its settings',
  },
  x: {
    names: ['X_BEARER_TOKEN', 'X_PERMISSION_ATTESTED'],
    why: "an application token, and your word that X's written permission covers the use",
  },
};

/** Told before anything starts. @throws {SettingsError} that names what is missing, and why it is needed */
export function requireCredentials(
  sources: Iterable<SourceName>,
  variables: NodeJS.ProcessEnv,
): void {
  for (const source of new Set(sources)) {
    const { names = [], why = '' } = NEEDED[source] ?? {};
    const missing = names.filter((name) => (variables[name] ?? '').trim() === '');
    if (missing.length === 0 && source === 'x') requireAttested(variables.X_PERMISSION_ATTESTED);
    if (missing.length === 0) continue;
    throw new SettingsError(
      `${source} needs ${missing.join(' and ')} in the environment: ${why}; docs/sources.md tells more`,
    );
  }
}
