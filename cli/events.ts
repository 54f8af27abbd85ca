import { Command } from 'commander';
import type { EventRequest } from '../functions/contract/event.ts';
import { SettingsError } from '../functions/model/errors.ts';
import { readEventFile } from '../local/read-event-file.ts';

type ImportOptions = { readonly api: string };

/** As many as one request takes. */
const BATCH = 500;

const HELP = `
FILE holds known events, one a line: JSON, or CSV (named .csv) under a header. Fields:
  kind       match, talks, ruling, broadcast, vote, speech, release, protest, disaster or other
  start      2026-11-21T20:00:00+05:00; end likewise, where it is known
  statedBy   http(s) address of who says so
  title, place, hashtags (in CSV with spaces between them), openCall (it is a public call to post)
An event that is in the calendar already is replaced: a file may be brought again.

TURFWATCH_TOKEN in the environment is sent as the bearer token; an API on this machine needs none.

Exit codes: 0 fine, 1 failed, 2 bad input or usage.

Examples:
  $ turfwatch events import fixtures.csv --api https://api.example.org
  $ npm start -- --events fixtures.csv      into a monitor on this machine, as it starts`;

/** `turfwatch events`: the calendar of known events. */
export function eventsCommand(): Command {
  const command = new Command('events').description('bring known events into the calendar');
  command
    .command('import')
    .description('add the events of a file to the calendar of a running monitor')
    .argument('<file>', 'JSON lines or CSV')
    .requiredOption('--api <url>', 'address of the API, without /v1')
    .action(importEvents);
  return command.addHelpText('after', HELP);
}

async function importEvents(file: string, { api }: ImportOptions): Promise<void> {
  const address = URL.parse('v1/events', api.endsWith('/') ? api : `${api}/`);
  if (address === null || !/^https?:$/u.test(address.protocol))
    throw new SettingsError('--api must be the http(s) address of the API');
  const events = await readEventFile(file);
  for (let from = 0; from < events.length; from += BATCH) {
    await send(address, events.slice(from, from + BATCH));
  }
  process.stdout.write(`${events.length} ${events.length === 1 ? 'event' : 'events'} kept\n`);
}

/** @throws {Error} if the API does not keep them, in its own words */
async function send(address: URL, events: readonly EventRequest[]): Promise<void> {
  const token = process.env.TURFWATCH_TOKEN;
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ events }),
  });
  if (answer.ok) return;
  const said = (await answer.text()).slice(0, 500);
  throw new Error(`the API at ${address.host} answered ${answer.status}: ${said}`);
}
