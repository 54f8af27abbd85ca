/** The deployment's secret key, never shown: only what it does. */
export interface Secret {
  /** HMAC-SHA-256 of `source:accountId` under the deployment's key, cut to 80 bits, 20 lower-case hex digits. */
  pseudonym(source: string, accountId: string): string;

  /** 32-bit number derived from the key: seeds the hashes of texts, so that they cannot be looked up. */
  readonly textSeed: number;
}
