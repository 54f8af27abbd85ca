import { createHash } from 'node:crypto';

/** By which ids the posts of one or several servers are given to others. */
export type PostNames = {
  /** @param address of the post in the federation */
  nameOf(host: string, localId: string, address: string): string;
  /** On which of the servers to look for it again by its id there; undefined where none is its home. */
  homeOf(name: string): { readonly host: string; readonly localId: string } | undefined;
};

/** Of one server alone a post is known by its id there. */
export function localNames(host: string): PostNames {
  return {
    nameOf: (_, localId) => localId,
    homeOf: (localId) => ({ host, localId }),
  };
}

/** Mastodon's and GoToSocial's: the last part is the post's id at home. */
const STATUS_ADDRESS = /^https?:\/\/([^/?#]+)\/(?:[^?#]*\/)?statuses\/([0-9A-Za-z]+)$/;

/**
 * Of several servers a post is known by its address, from whichever of them it came and however
 * late the others hear of it: `host/id` where its home is one of them and the address tells its id
 * there; otherwise by a hash, for an address also holds the author's handle.
 */
export function federatedNames(hosts: readonly string[]): PostNames {
  return {
    nameOf(_, __, address) {
      const [, home = '', localId = ''] = STATUS_ADDRESS.exec(address) ?? [];
      return hosts.includes(home) ? `${home}/${localId}` : `~${hashOf(address)}`;
    },
    homeOf(name) {
      const slash = name.indexOf('/');
      return slash < 0 ? undefined : { host: name.slice(0, slash), localId: name.slice(slash + 1) };
    },
  };
}

/** 80 bits: among the posts of a burst no two agree. */
function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 20);
}
