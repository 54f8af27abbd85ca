import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Scripted = {
  /** host:port on loopback */
  readonly host: string;
  /** Path and query of each request, in order. */
  readonly asked: string[];
  /** Headers of each request, in order. */
  readonly sent: IncomingMessage['headers'][];
  close(): Promise<void>;
};

export type Answer = (url: URL, response: ServerResponse) => void;

/** A server that fails on demand, as no real one will. */
export async function scriptedServer(answer: Answer): Promise<Scripted> {
  const asked: string[] = [];
  const sent: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    sent.push(request.headers);
    // The time of its tests is not that of this machine.
    response.sendDate = false;
    answer(new URL(request.url ?? '', 'http://scripted.invalid'), response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    host: `127.0.0.1:${address.port}`,
    asked,
    sent,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function json(
  response: ServerResponse,
  body: unknown,
  headers: Record<string, string> = {},
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
