/** Keeps the one token with which processes renew their logins, so that not each of them logs in anew. */
export interface TokenStore {
  /** Undefined if there is none, or none that we can read. */
  load(): Promise<string | undefined>;

  /** The last one saved stands. @param atMs the time of the login, epoch milliseconds */
  save(token: string, atMs: number): Promise<void>;
}
