import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A sign-in as OAuth 2 with PKCE asks for it, that lets everybody in; it refuses a wrong verifier. */
export function signInServer() {
  const asked: { challenge: string; renewals: number } = { challenge: '', renewals: 0 };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/oauth2/authorize') {
      asked.challenge = searchParams.get('code_challenge') ?? '';
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'code-1');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return void response.writeHead(302, { location: back.href }).end();
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fields = new URLSearchParams(Buffer.concat(chunks).toString());
    if (!grants(fields)) return void response.writeHead(400).end('{"error":"invalid_grant"}');
    // Ends within the page's margin: the next call must renew it.
    const tokens = {
      access_token: `token-${asked.renewals}`,
      expires_in: 30,
      refresh_token: 'again',
    };
    asked.renewals += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(tokens));
  };

  function grants(fields: URLSearchParams): boolean {
    if (fields.get('client_id') !== 'page') return false;
    if (fields.get('grant_type') === 'refresh_token')
      return fields.get('refresh_token') === 'again';
    const digest = createHash('sha256')
      .update(fields.get('code_verifier') ?? '')
      .digest('base64url');
    return fields.get('code') === 'code-1' && digest === asked.challenge;
  }
}
