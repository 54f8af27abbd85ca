import { SourceError } from '../../model/errors.ts';
import { type NetAnswer, type NetClient, netClient } from '../net/net-client.ts';
import { type BlueskyOptions, netOptionsOf } from './bluesky-options.ts';
import { type Login, logIn, renewLogin } from './login.ts';
import { xrpcError } from './xrpc-error.ts';

const MINUTE_MS = 60_000;

/** An address may ask so much; logins of an account are dearer. @source docs.bsky.app, Rate Limits */
const ALLOWANCES = {
  requests: { requests: 3_000, windowMs: 5 * MINUTE_MS },
  logins: { requests: 30, windowMs: 5 * MINUTE_MS },
};

/** Whoever was refused asks again only after so long: the service counts tries, and locks out. */
const REFUSED_MS = 30 * MINUTE_MS;

const NOT_A_LIVE_TOKEN = new Set(['ExpiredToken', 'InvalidToken', 'AuthMissing']);

export type BlueskySession = {
  /** Where the account lives: every question goes there, and from there to the app view. */
  host(): string;
  /** Asks as the account. @throws {SourceError} */
  get(path: string, nowMs: number): Promise<NetAnswer>;
};

/**
 * One login for all questions of this process, renewed when it ends. Processes share the token that
 * renews: a login of its own for each of them would soon exceed what an account is allowed in a day.
 */
export function blueskySession(options: BlueskyOptions): BlueskySession {
  const { service: serviceHost = 'bsky.social', tokens } = options;
  const client = clients(options);
  const service = client(serviceHost);
  let login: Login | undefined;
  let renewing: Promise<Login> | undefined;
  let refused: { readonly error: SourceError; readonly untilMs: number } | undefined;

  const apiOf = ({ home }: Login) => (home === undefined ? service : client(hostOf(home)));

  async function renewed(spent: string | undefined, nowMs: number): Promise<Login | undefined> {
    const shared = await tokens?.load();
    for (const token of new Set([shared, spent])) {
      const again = token === undefined ? undefined : await renewLogin(service, token, nowMs);
      if (again !== undefined) return again;
    }
    return undefined;
  }

  async function logInAnew(nowMs: number): Promise<Login> {
    if (refused !== undefined && nowMs < refused.untilMs) throw refused.error;
    return logIn(service, options.identifier, options.appPassword, nowMs).catch((error) => {
      if (error instanceof SourceError && !error.retryable)
        refused = { error, untilMs: nowMs + REFUSED_MS };
      throw error;
    });
  }

  async function enter(spent: string | undefined, nowMs: number): Promise<Login> {
    login = (await renewed(spent, nowMs)) ?? (await logInAnew(nowMs));
    await tokens?.save(login.refreshJwt, nowMs);
    return login;
  }

  async function renew(spent: Login | undefined, nowMs: number): Promise<Login> {
    if (login !== undefined && login !== spent) return login;
    renewing ??= enter(spent?.refreshJwt, nowMs).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  return {
    host: () => (login === undefined ? service : apiOf(login)).host,
    async get(path, nowMs) {
      const first = login ?? (await renew(undefined, nowMs));
      const answer = await askAs(first, apiOf(first), path, nowMs);
      if (!isSpent(answer)) return answer;
      const second = await renew(first, nowMs);
      const again = await askAs(second, apiOf(second), path, nowMs);
      if (!isSpent(again)) return again;
      throw new SourceError(`${apiOf(second).host} does not accept the login it has just given`, {
        retryable: true,
      });
    },
  };
}

/** A client a host: each has its own limits, and its own failures. */
function clients(options: BlueskyOptions): (host: string) => NetClient {
  const known = new Map<string, NetClient>();
  const net = netOptionsOf(options);
  return (host) => {
    const client =
      known.get(host) ??
      netClient(host, { ...net, credential: `bluesky:${host}`, allowances: ALLOWANCES });
    known.set(host, client);
    return client;
  };
}

function askAs({ accessJwt }: Login, api: NetClient, path: string, nowMs: number) {
  return api.ask(path, nowMs, { headers: { authorization: `Bearer ${accessJwt}` } });
}

function isSpent(answer: NetAnswer): boolean {
  if (answer.status !== 400 && answer.status !== 401) return false;
  return NOT_A_LIVE_TOKEN.has(xrpcError(answer) ?? '');
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
