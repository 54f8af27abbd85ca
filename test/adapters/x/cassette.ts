import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import * as z from 'zod';

const FOLDER = resolve(
  import.meta.dirname,
  '../../..',
  process.env.TURFWATCH_FIXTURES ?? '../shared/fixtures',
  'x-tweepy-cassettes',
);

const Text = z.union([
  z.string(),
  z.instanceof(Uint8Array).transform((gzip) => `${gunzipSync(gzip)}`),
]);

const Cassette = z.object({
  interactions: z.array(
    z.object({
      request: z.object({ uri: z.string() }),
      response: z.object({
        status: z.object({ code: z.int() }),
        headers: z.record(z.string(), z.array(z.string())),
        body: z.object({ string: Text }),
      }),
    }),
  ),
});

/** Whether the recordings of tweepy's tests are beside the repository; says so if not. */
export function xCassettesAreHere(): boolean {
  if (existsSync(FOLDER)) return true;
  console.warn('recorded answers of X are not here, their tests are skipped');
  return false;
}

export type Recorded = {
  readonly path: string;
  readonly body: string;
  /** The server's own time, epoch milliseconds. */
  readonly dateMs: number;
  /** Gives the answer to whatever is asked. */
  readonly fetch: typeof fetch;
};

/** One recorded answer, with its headers as they were but for those of the wire. */
export function xCassette(name: string): Recorded {
  const { interactions } = Cassette.parse(parse(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8')));
  const [only] = interactions;
  if (only === undefined) throw new Error(`${name} holds no answer`);
  const { status, headers, body } = only.response;
  const kept = Object.entries(headers)
    .filter(([header]) => !/^(content-(encoding|length)|set-cookie)$/i.test(header))
    .flatMap(([header, values]) => values.map((value): [string, string] => [header, value]));
  const date = new Headers(kept).get('date') ?? '';
  return {
    path: new URL(only.request.uri).pathname,
    body: body.string,
    dateMs: Date.parse(date),
    fetch: async () => new Response(body.string, { status: status.code, headers: kept }),
  };
}
