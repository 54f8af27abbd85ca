import * as z from 'zod';
import { codeChallenge, randomText } from './code-challenge.ts';
import type { SiteConfig } from './site-config.ts';

type SignIn = NonNullable<SiteConfig['signIn']>;

const Tokens = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string().optional(),
});

const Pending = z.object({ state: z.string(), verifier: z.string(), hash: z.string() });

/** Kept for this tab only, while the reader is away at the sign-in. */
const PENDING_KEY = 'turfwatch:sign-in';

/** A token that ends within this time is renewed first. */
const MARGIN_MS = 60_000;

/**
 * Signs the reader in where the deployment asks for it (OAuth 2 code flow with PKCE). Tokens live in memory.
 *
 * @returns gives the bearer token for the API; undefined where nobody has to sign in
 * @throws {Error} if the sign-in refuses
 */
export async function openSession(
  signIn: SiteConfig['signIn'],
): Promise<() => Promise<string | undefined>> {
  if (signIn === null) return async () => undefined;
  const asked = new URLSearchParams(location.search);
  const code = asked.get('code');
  const pending = Pending.safeParse(JSON.parse(sessionStorage.getItem(PENDING_KEY) ?? 'null'));
  sessionStorage.removeItem(PENDING_KEY);
  if (asked.has('error')) throw new Error(asked.get('error_description') ?? 'the sign-in refused');
  if (code === null || !pending.success || pending.data.state !== asked.get('state')) {
    return leaveFor(signIn);
  }
  history.replaceState(null, '', `${location.pathname}${pending.data.hash}`);
  return session(signIn, { code, verifier: pending.data.verifier });
}

async function session(signIn: SignIn, { code, verifier }: { code: string; verifier: string }) {
  const redirect_uri = pageAddress();
  let held = await tokens(signIn, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri,
  });
  return async () => {
    if (Date.now() < held.endsMs - MARGIN_MS) return held.access_token;
    if (held.refresh_token === undefined) return leaveFor(signIn);
    const { refresh_token } = held;
    held = {
      refresh_token,
      ...(await tokens(signIn, { grant_type: 'refresh_token', refresh_token })),
    };
    return held.access_token;
  };
}

async function tokens(signIn: SignIn, fields: Record<string, string>) {
  const answer = await fetch(`${signIn.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: signIn.clientId, ...fields }),
  });
  if (!answer.ok) throw new Error(`the sign-in answered ${answer.status}: load the page again`);
  const found = Tokens.parse(await answer.json());
  return { ...found, endsMs: Date.now() + found.expires_in * 1000 };
}

/** Never returns: the browser goes to the sign-in, which sends it back here. */
async function leaveFor(signIn: SignIn): Promise<never> {
  const state = randomText();
  const verifier = randomText();
  sessionStorage.setItem(PENDING_KEY, JSON.stringify({ state, verifier, hash: location.hash }));
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: signIn.clientId,
    redirect_uri: pageAddress(),
    scope: 'openid email',
    state,
    code_challenge_method: 'S256',
    code_challenge: await codeChallenge(verifier),
  });
  location.assign(`${signIn.url}/oauth2/authorize?${asked}`);
  return new Promise(() => {});
}

function pageAddress(): string {
  return `${location.origin}${location.pathname}`;
}
