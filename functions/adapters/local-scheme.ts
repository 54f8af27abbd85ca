import type { Variables } from './why-off.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** Plain http to servers on this very machine, for the embedded runtime alone. */
export function localScheme(
  servers: readonly string[],
  { TURFWATCH_EMBEDDED }: Variables,
): { readonly scheme?: 'http' } {
  const isLocal =
    TURFWATCH_EMBEDDED !== undefined &&
    servers.length > 0 &&
    servers.every((server) => LOOPBACK.test(server));
  return isLocal ? { scheme: 'http' } : {};
}
