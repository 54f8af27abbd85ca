import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { SourceError } from '../../model/errors.ts';

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: Error | null, addresses?: LookupAddress[]) => void,
) => void;

/**
 * Resolves names at the moment of connecting, and gives only addresses that are allowed: a name that
 * pointed elsewhere a moment ago gains nothing by it.
 */
export function checkedLookup(
  isAllowed: (address: string) => boolean,
  resolve: Resolve = lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const allowed = (addresses ?? []).filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (first === undefined) callback(error ?? notAllowed(hostname), '');
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * Addresses that are written out are connected to without being looked up.
 *
 * @param hostname of a URL: IPv6 in brackets
 * @throws {SourceError} if it is an address that is not allowed
 */
export function requireAllowed(hostname: string, isAllowed: (address: string) => boolean): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0 && !isAllowed(address)) throw notAllowed(hostname);
}

function notAllowed(hostname: string): SourceError {
  return new SourceError(`${hostname} is no public address: a server on the internet is required`, {
    retryable: false,
  });
}
