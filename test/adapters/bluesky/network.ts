import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDS } from '@atproto/pds';
import { Database, PlcServer } from '@did-plc/server';
import { type AppView, startAppView } from './app-view.ts';

const PASSWORD = 'a password for the test';

export type Account = {
  readonly did: string;
  readonly handle: string;
  readonly appPassword: string;
  /** @returns the post's address */
  post(text: string, options?: PostOptions): Promise<string>;
  /** As many posts as times, up to 200, in one go. @returns their addresses */
  postMany(text: string, times: readonly number[]): Promise<readonly string[]>;
  repost(uri: string): Promise<string>;
  remove(uri: string): Promise<void>;
  /** Switches the account off; it can be switched on again. */
  deactivate(): Promise<void>;
};

type PostOptions = {
  /** What the author declares, epoch milliseconds. @default now */
  readonly createdMs?: number;
  /** Beside the text. */
  readonly tags?: readonly string[];
};

/** A real personal data server and a real directory of accounts in this process, and an app view over them. */
export type BlueskyNetwork = {
  /** host:port of the server where accounts live and log in */
  readonly host: string;
  readonly directory: string;
  readonly appView: AppView;
  account(name: string): Promise<Account>;
  /** When the directory first heard of an account, epoch milliseconds. */
  madeMs(did: string): Promise<number>;
  stop(): Promise<void>;
};

export async function startNetwork(): Promise<BlueskyNetwork> {
  const folder = await mkdtemp(join(tmpdir(), 'turfwatch-pds-'));
  const database = Database.mock();
  const directory = await listening(createServer(PlcServer.create({ db: database, port: 0 }).app));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const appView = await startAppView(() => url);
  const pds = await PDS.fromEnv({
    devMode: true,
    port,
    hostname: 'localhost',
    dataDirectory: folder,
    blobstoreDiskLocation: join(folder, 'blobs'),
    adminPassword: 'admin',
    jwtSecret: 'a secret of thirty-two characters',
    serviceHandleDomains: ['.test'],
    didPlcUrl: `http://localhost:${portOf(directory)}`,
    bskyAppViewUrl: appView.url,
    bskyAppViewDid: 'did:example:appview',
    plcRotationKeyK256PrivateKeyHex: 'ab'.repeat(32),
    enableDidDocWithSession: true,
    inviteRequired: false,
    disableSsrfProtection: true,
  });
  await pds.ctx.sequencer.start();
  const server = await listening(createServer(pds.app), port);

  return {
    host: `localhost:${port}`,
    directory: `localhost:${portOf(directory)}`,
    appView,
    account: (name) => account(url, name),
    async madeMs(did) {
      const answer = await fetch(`http://localhost:${portOf(directory)}/${did}/log/audit`);
      const [first] = (await answer.json()) as { createdAt: string }[];
      return Date.parse(first?.createdAt ?? '');
    },
    async stop() {
      await closed(server);
      await pds.ctx.destroy();
      await appView.close();
      await closed(directory);
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function account(url: string, name: string): Promise<Account> {
  const handle = `${name}.test`;
  const made = await call(url, 'com.atproto.server.createAccount', {
    handle,
    email: `${name}@mail.test`,
    password: PASSWORD,
  });
  const { did, accessJwt } = made;
  const as = (method: string, input: unknown) => call(url, method, input, accessJwt);
  const { password } = await as('com.atproto.server.createAppPassword', { name: 'turfwatch' });
  return {
    did,
    handle,
    appPassword: password,
    async post(text, { createdMs = Date.now(), tags } = {}) {
      const record = { ...recordOf(text, createdMs), ...(tags && { tags }) };
      const collection = 'app.bsky.feed.post';
      return (await as('com.atproto.repo.createRecord', { repo: did, collection, record })).uri;
    },
    async postMany(text, times) {
      const writes = times.map((createdMs) => ({
        $type: 'com.atproto.repo.applyWrites#create',
        collection: 'app.bsky.feed.post',
        value: recordOf(text, createdMs),
      }));
      const { results } = await as('com.atproto.repo.applyWrites', { repo: did, writes });
      return results.map(({ uri }: { uri: string }) => uri);
    },
    async repost(uri) {
      const collection = 'app.bsky.feed.repost';
      const cid = 'bafyreicb7jpr2jp4btksxiafbmittw3ed3qrjguciebl4xigtasagn2lqa';
      const record = { subject: { uri, cid }, createdAt: new Date().toISOString() };
      return (await as('com.atproto.repo.createRecord', { repo: did, collection, record })).uri;
    },
    async remove(uri) {
      const rkey = uri.split('/').at(-1);
      const collection = 'app.bsky.feed.post';
      await as('com.atproto.repo.deleteRecord', { repo: did, collection, rkey });
    },
    async deactivate() {
      await as('com.atproto.server.deactivateAccount', {});
    },
  };
}

async function call(url: string, method: string, input: unknown, token?: string) {
  const answer = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} was refused (${answer.status}): ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

function recordOf(text: string, createdMs: number) {
  return {
    $type: 'app.bsky.feed.post',
    text,
    createdAt: new Date(createdMs).toISOString(),
    langs: ['en'],
    facets: facetsOf(text),
  };
}

/** Bluesky marks hashtags by where they stand in the text, in bytes. */
function facetsOf(text: string) {
  return [...text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].map(({ 0: marked, 1: tag, index }) => {
    const byteStart = Buffer.byteLength(text.slice(0, index));
    return {
      index: { byteStart, byteEnd: byteStart + Buffer.byteLength(marked) },
      features: [{ $type: 'app.bsky.richtext.facet#tag', tag }],
    };
  });
}

async function listening(server: Server, port = 0): Promise<Server> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const probe = await listening(createServer());
  const port = portOf(probe);
  await closed(probe);
  return port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
