import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** Debian's command, on the path. */
const SNAC: string = process.env.TURFWATCH_SNAC ?? 'snac';

/** A real fediverse server on loopback, ended by its process id. */
export type Snac = {
  /** host:port */
  readonly host: string;
  /** Gives an account its existence, and the password that goes with it. */
  addUser(name: string): string;
  note(name: string, text: string): void;
  /** An access token of Mastodon's API. */
  token(name: string, password: string): Promise<string>;
  /** Posts through Mastodon's API, a hundred times faster than `note`. @returns id and address */
  post(token: string, text: string): Promise<{ readonly id: string; readonly uri: string }>;
  /** Shows a post again in the booster's name, by its id. */
  boost(token: string, id: string): Promise<void>;
  /** Deletes a post by its address, as its author would on the page. */
  remove(name: string, password: string, url: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Whether snac is installed (.ci/install-snac.sh does it). CI must have it: there a missing one
 * is a failure, elsewhere it is said.
 */
export function snacIsHere(): boolean {
  try {
    execFileSync(SNAC, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return true;
    if (process.env.CI === 'true') throw new Error('snac is required in CI: .ci/install-snac.sh');
    console.warn('snac is not installed, its tests are skipped: .ci/install-snac.sh installs it');
    return false;
  }
}

export async function startSnac(): Promise<Snac> {
  const port = await freePort();
  const host = `localhost:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'turfwatch-snac-'));
  const base = join(folder, 'data');
  execFileSync(SNAC, ['init', base], { input: `127.0.0.1\n${port}\n${host}\n\n\n` });
  const settings = join(base, 'server.json');
  const written = JSON.parse(await readFile(settings, 'utf8'));
  // Else it delivers each note to itself, and its threads wait for one another until a timeout.
  const quiet = { disable_inbox_collection: true, num_threads: 16 };
  await writeFile(settings, JSON.stringify({ ...written, ...quiet, protocol: 'http' }));
  const server = spawn(SNAC, ['httpd', base], { stdio: 'ignore' });
  await untilAnswering(`http://${host}/api/v1/instance`, server);

  return {
    host,
    addUser(name) {
      const said = execFileSync(SNAC, ['adduser', base, name], {
        input: `${name}\n`,
        stdio: 'pipe',
      });
      const password = /User password is (\S+)/.exec(said.toString())?.[1];
      if (password === undefined) throw new Error('snac adduser told no password');
      return password;
    },
    note(name, text) {
      execFileSync(SNAC, ['note', base, name, text], { stdio: 'pipe' });
    },
    async token(name, password) {
      const body = new URLSearchParams({ login: name, passwd: password });
      const url = `http://${host}/oauth/x-snac-get-token`;
      const token = await (await fetch(url, { method: 'POST', body })).text();
      if (!/^[0-9a-f]{32}$/.test(token)) throw new Error('snac gave no token');
      return token;
    },
    async post(token, status) {
      const { id, uri } = await callApi(host, token, '/api/v1/statuses', { status });
      return { id, uri };
    },
    async boost(token, id) {
      await callApi(host, token, `/api/v1/statuses/${id}/reblog`, {});
    },
    async remove(name, password, url) {
      const answer = await fetch(`http://${host}/${name}/admin/action`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          authorization: `Basic ${btoa(`${name}:${password}`)}`,
          // snac reads no form whose type also names a charset.
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          action: 'Delete',
          id: url,
          actor: `http://${host}/${name}`,
          redir: `http://${host}/${name}/admin`,
        }),
      });
      if (answer.status !== 303) throw new Error(`snac did not delete: ${answer.status}`);
    },
    async stop() {
      const ended = once(server, 'exit');
      // On SIGTERM snac first works off its queue; its data is thrown away anyway.
      if (server.exitCode === null && server.kill('SIGKILL')) await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A connection of its own for each: snac closes those that wait, and a POST must not be sent twice. */
async function callApi(host: string, token: string, path: string, body: object) {
  const asked = request(`http://${host}${path}`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  }).end(JSON.stringify(body));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`snac answered ${path} with ${answer.statusCode}`);
  return JSON.parse(said) as { id: string; uri: string };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const answered = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    await wait(50);
  }
  throw new Error('snac did not start');
}
