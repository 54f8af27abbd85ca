import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const FOLDER = resolve(
  import.meta.dirname,
  '../../..',
  process.env.TURFWATCH_FIXTURES ?? '../shared/fixtures',
  'mastodon-py-cassettes',
);

const Cassette = z.object({
  interactions: z.array(
    z.object({
      request: z.object({ method: z.string(), uri: z.string() }),
      response: z.object({
        status: z.object({ code: z.int() }),
        headers: z.record(z.string(), z.array(z.string())),
        body: z.object({ string: z.string() }),
      }),
    }),
  ),
});

/** Whether the recordings of Mastodon.py's tests are beside the repository; says so if not. */
export function cassettesAreHere(): boolean {
  if (existsSync(FOLDER)) return true;
  console.warn('recorded answers of Mastodon are not here, their tests are skipped');
  return false;
}

/** The recorded answers to GET, by path and query as they were asked. */
export function cassette(name: string): ReadonlyMap<string, Response> {
  const text = readFileSync(`${FOLDER}/${name}.yaml`, 'utf8');
  const answers = Cassette.parse(parse(text)).interactions.filter(
    ({ request }) => request.method === 'GET',
  );
  return new Map(
    answers.map(({ request, response }) => {
      const { pathname, search } = new URL(request.uri);
      const headers = Object.entries(response.headers).flatMap(([header, values]) =>
        values.map((value): [string, string] => [header, value]),
      );
      const { status, body } = response;
      return [
        pathname.replace(/\/$/, '') + search,
        new Response(body.string, { status: status.code, headers }),
      ];
    }),
  );
}

/**
 * Answers as recorded. `names` says under which recorded address to look for what our adapter
 * asks; an address that was not recorded is a failure of the test.
 */
export function replayed(
  answers: ReadonlyMap<string, Response>,
  names: (asked: URL) => string = (asked) => asked.pathname,
): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async fetch(input) {
      const url = new URL(String(input));
      asked.push(url.pathname + url.search);
      const answer = answers.get(names(url));
      if (answer === undefined) throw new Error(`not recorded: ${url.pathname}${url.search}`);
      return answer.clone();
    },
  };
}
