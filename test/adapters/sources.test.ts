import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedArchive } from '../../functions/adapters/replay/shared-archive.ts';
import { sourceRecords } from '../../functions/adapters/source-records.ts';
import { openSources } from '../../functions/adapters/sources.ts';
import { SettingsError, SourceError } from '../../functions/model/errors.ts';
import { startDynalite } from '../support/dynamodb.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';

const database = await startDynalite();
const { client } = database;
const names = await database.freshTables();
const open = (variables: Record<string, string>) =>
  openSources(
    { PSEUDONYM_SECRET_ID: 'env:SOURCES_TEST_KEY', ...variables },
    { client, burstsTable: names.bursts, postsTable: names.posts },
  );
const SPAN = { hashtag: 'harvest', fromMs: 0, toMs: 300_000, nowMs: 300_000 };
const LOGIN = { BLUESKY_HANDLE: 'one.example', BLUESKY_APP_PASSWORD: 'pass-word' };
const X_APP = { X_BEARER_TOKEN: 'token', X_PERMISSION_ATTESTED: 'yes' };

let dir = '';
let file = '';
beforeAll(async () => {
  process.env.SOURCES_TEST_KEY = 'a key for tests';
  dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  file = join(dir, 'posts.jsonl');
  await writeFile(file, jsonLines([aPostLine()]));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
  await database.stop();
});

describe('the sources of a deployment', () => {
  it('read files where some were given', async () => {
    const sourceOf = await open({ REPLAY_FILES: JSON.stringify([file]) });
    const atMs = Date.parse(aPostLine().createdAt);

    const { posts } = await sourceOf({ source: 'replay', place: null }).posts(
      { hashtag: 'harvest', fromMs: atMs, toMs: atMs + 1, nowMs: atMs + 1 },
      10,
    );

    expect(posts.map(({ id }) => id)).toEqual(['p1']);
  });

  it('read a list of files once', async () => {
    expect(await sharedArchive([file])).toBe(await sharedArchive([file]));
  });

  it('know each server once, for what it has read is of use again', async () => {
    const sourceOf = await open({});
    const one = sourceOf({ source: 'mastodon', place: 'one.example' });

    expect(sourceOf({ source: 'mastodon', place: 'one.example' })).toBe(one);
    expect(sourceOf({ source: 'mastodon', place: 'two.example' })).not.toBe(one);
  });

  it.each([
    ['replay', /needs files/],
    ['bluesky', /needs BLUESKY_HANDLE and BLUESKY_APP_PASSWORD/],
    ['x', /without X's written permission; set X_PERMISSION_ATTESTED/],
  ] as const)('let %s say why it is off, whatever is asked of it', async (source, why) => {
    const off = (await open({ X_BEARER_TOKEN: 'token' }))({ source, place: null });

    for (const asked of [
      off.counts(SPAN, 60_000),
      off.posts(SPAN, 1),
      off.missing([], 'a', 1),
      off.trending?.(null, 1) ?? Promise.resolve(),
    ]) {
      const error = await asked.then(undefined, (reason) => reason);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ retryable: false, message: expect.stringMatching(why) });
    }
  });

  it('read Bluesky and X where their credentials are there', async () => {
    const sourceOf = await open({ ...LOGIN, ...X_APP });

    expect(sourceOf({ source: 'bluesky', place: null }).trending).toBeDefined();
    expect(sourceOf({ source: 'x', place: null }).capability.priceUsd.post).toBeGreaterThan(0);
  });

  it('ask X for nothing beyond the budget', async () => {
    const sourceOf = await open({ ...X_APP, X_MONTHLY_BUDGET_USD: '0.001' });

    await expect(sourceOf({ source: 'x', place: null }).counts(SPAN, 60_000)).rejects.toThrow(
      /of this month's budget of 0.00/,
    );
  });

  it('see deletions of those partners alone who are said to tell them', async () => {
    const sourceOf = await open({ INGEST_TELLS_DELETIONS: 'paper, radio' });
    const deletionsOf = (place: string) =>
      sourceOf({ source: 'ingest', place }).capability.deletions;

    expect([deletionsOf('radio'), deletionsOf('other')]).toEqual(['looked-up', 'unseen']);
  });

  it.each([
    [{ source: 'mastodon', place: null } as const, /must name its server/],
    [{ source: 'ingest', place: null } as const, /must name its partner/],
    [{ source: 'mastodon', place: 'one.example:99999' } as const, /requires a host or host:port/],
    [{ source: 'mastodon', place: 'a+b+c+d+e+f' } as const, /requires 5 servers at most/],
  ])('let %j say what is wrong with its place, and stop no other', async (asked, fault) => {
    const refused = (await open({}))(asked).counts(SPAN, 60_000);

    await expect(refused).rejects.toThrow(SourceError);
    await expect(refused).rejects.toThrow(fault);
  });

  it.each(['posts.jsonl', '[]', '[5]'])('refuse the list of files %s', async (text) => {
    await expect(open({ REPLAY_FILES: text })).rejects.toThrow(
      new SettingsError('REPLAY_FILES is required to be a JSON list of paths'),
    );
  });

  it.each([
    ['x', { ...X_APP, X_MONTHLY_BUDGET_USD: 'ten' }, /such as 25; found "ten"/],
    ['x', { ...X_APP, X_MONTHLY_BUDGET_USD: '0' }, /requires a monthly budget of more than 0/],
    ['bluesky', { BLUESKY_SECRET_ID: 'env:SOURCES_TEST_KEY' }, /must be JSON such as/],
    ['bluesky', { BLUESKY_SECRET_ID: 'env:NOT_THERE' }, /must have a value/],
    ['x', { ...X_APP, X_HOST: 'api x' }, /requires a host or host:port/],
    ['bluesky', { ...LOGIN, BLUESKY_SERVICE: 'https://one.example' }, /requires a host/],
    ['bluesky', { ...LOGIN, BLUESKY_DIRECTORY: 'plc/directory' }, /requires a host/],
  ] as const)('go on where %s is set up wrong: %j', async (source, variables, fault) => {
    const sourceOf = await open(variables);

    await expect(sourceOf({ source, place: null }).counts(SPAN, 60_000)).rejects.toThrow(fault);
    expect(sourceOf({ source: 'mastodon', place: 'one.example' }).past).toBeDefined();
  });
});

describe('the records of sources', () => {
  it('name what is missing', () => {
    const off = Object.fromEntries(sourceRecords({}).map(({ name, off }) => [name, off]));

    expect(off).toEqual({
      mastodon: null,
      bluesky: expect.stringContaining('BLUESKY_APP_PASSWORD'),
      x: expect.stringContaining('written permission'),
      ingest: null,
    });
    expect(sourceRecords({ ...LOGIN, ...X_APP }).every(({ off }) => off === null)).toBe(true);
  });

  it('tell the same of a source as the source itself', async () => {
    const variables = { ...LOGIN, ...X_APP, REPLAY_FILES: JSON.stringify([file]) };
    const sourceOf = await open(variables);

    for (const { name, capability } of sourceRecords(variables)) {
      if (name === 'replay') continue;
      const place = { mastodon: 'one.example', ingest: 'radio', bluesky: null, x: null }[name];
      expect(sourceOf({ source: name, place }).capability).toEqual(capability);
    }
  });
});
