import { SettingsError } from '../../model/errors.ts';

/** Why the source is off until the operator says so. */
export const NOT_ATTESTED =
  "X's developer terms forbid services that look for violations of its policies without X's written permission; set X_PERMISSION_ATTESTED to yes if you hold a permission that covers this use";

/**
 * The operator's word that X's written permission covers the use.
 *
 * @param value of `X_PERMISSION_ATTESTED`: `yes` or `true`
 * @throws {SettingsError} with the reason, for anything else
 */
export function requireAttested(value: string | undefined): void {
  if (!/^\s*(?:yes|true)\s*$/i.test(value ?? '')) throw new SettingsError(NOT_ATTESTED);
}
