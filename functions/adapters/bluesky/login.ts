import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import type { NetAnswer, NetClient } from '../net/net-client.ts';
import { readAnswer } from './read-answer.ts';
import { xrpcError } from './xrpc-error.ts';

const DidDocument = z.object({
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })),
});

const Session = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  /** Read leniently: without it the service itself is asked. */
  didDoc: z.unknown().optional(),
  active: z.boolean().nullish(),
});

export type Login = {
  /** Good for an hour or two; kept in this process alone. */
  readonly accessJwt: string;
  /** Good for one renewal within some weeks. */
  readonly refreshJwt: string;
  /** Where the account lives, an origin; undefined where it is not said. */
  readonly home: string | undefined;
};

/** @throws {SourceError} not retryable if the service does not accept them */
export async function logIn(
  service: NetClient,
  identifier: string,
  password: string,
  nowMs: number,
): Promise<Login> {
  const answer = await service.ask('/xrpc/com.atproto.server.createSession', nowMs, {
    method: 'POST',
    json: { identifier, password },
    allowance: 'logins',
  });
  if (answer.status === 401) throw notAccepted(service.host, xrpcError(answer));
  return loginOf(service.host, answer);
}

/** @returns undefined if the token is spent: then one has to log in again */
export async function renewLogin(
  service: NetClient,
  refreshJwt: string,
  nowMs: number,
): Promise<Login | undefined> {
  const answer = await service.ask('/xrpc/com.atproto.server.refreshSession', nowMs, {
    method: 'POST',
    headers: { authorization: `Bearer ${refreshJwt}` },
  });
  if (answer.status === 400 || answer.status === 401) return undefined;
  return loginOf(service.host, answer);
}

/** What to do about a login that was refused, by the name of the error. */
const NEEDED: Readonly<Record<string, string>> = {
  AuthFactorTokenRequired:
    'asks for a second factor: give an app password, not the account password',
  AccountTakedown: 'says that the account was taken down: use another',
};

function notAccepted(host: string, error: string | undefined): SourceError {
  const usual = 'does not accept the handle and app password: give valid ones';
  return new SourceError(`${host} ${NEEDED[error ?? ''] ?? usual}`, { retryable: false });
}

function loginOf(host: string, answer: NetAnswer): Login {
  const { accessJwt, refreshJwt, didDoc, active } = readAnswer(host, answer, Session);
  if (active === false)
    throw new SourceError(`${host} says that the account is not active: use another`, {
      retryable: false,
    });
  return { accessJwt, refreshJwt, home: homeOf(didDoc) };
}

function homeOf(didDoc: unknown): string | undefined {
  const services = DidDocument.safeParse(didDoc).data?.service ?? [];
  const endpoint = services.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint;
  const url = typeof endpoint === 'string' ? URL.parse(endpoint) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.origin : undefined;
}
