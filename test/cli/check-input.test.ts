import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePostLine } from '../../functions/adapters/replay/parse-post-line.ts';
import type { PostLine } from '../../functions/adapters/replay/post-line.ts';
import { anOrdinaryCrowd, aPush } from '../support/crowds.ts';
import { WRITERS } from '../support/post-formats.ts';
import { jsonLines } from '../support/post-lines.ts';
import { spawnTurfwatch } from '../support/spawn-turfwatch.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 2, 10);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-input-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Whole seconds and days, which every form can say. */
const LINES: readonly PostLine[] = [
  ...aPush({ hashtag: 'bridge', startMs: START_MS }),
  ...anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS + DAY_MS }),
].map((line, n) => ({
  ...line,
  id: `${n}`,
  createdAt: `${line.createdAt.slice(0, 19)}.000Z`,
  authorCreatedAt: `${line.authorCreatedAt?.slice(0, 10)}T00:00:00.000Z`,
}));

const POSTS = LINES.map(
  (line) => parsePostLine(JSON.stringify(line), { file: 'test', line: 1 }).post,
);

describe('turfwatch check', () => {
  it('gives the same verdicts on the same posts, in whatever form they are', async () => {
    const file = join(folder, 'posts');
    const own = await spawnTurfwatch(['check', '-', '--json'], jsonLines(LINES));
    const verdicts = own.out.match(/"verdict":"\w+"/g);

    for (const [name, write] of Object.entries(WRITERS)) {
      await writeFile(file, write(POSTS));
      const run = await spawnTurfwatch(['check', file, '--json', '--source', 'x']);
      expect([name, run.code, run.out]).toEqual([name, 0, own.out]);
    }

    expect(verdicts).toEqual(['"verdict":"coordinated"', '"verdict":"organic"']);
  }, 60_000);

  it('reads columns as --map says, given once or more often', async () => {
    const rows = POSTS.map(({ id, authorId, createdMs, text }) =>
      [id, authorId, createdMs, text].join(';'),
    );
    const table = ['nr;who;when;what', ...rows].join('\n');

    const once = ['--map', 'id=nr,author=who,createdAt=when,text=what'];
    const often = ['--map', 'id=nr', '--map', 'author=who,createdAt=when', '--map', 'text=what'];
    const first = await spawnTurfwatch(['check', '-', '--json', ...once], table);
    const second = await spawnTurfwatch(['check', '-', '--json', ...often], table);

    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.match(/"hashtag":"\w+"/g)).toEqual([
      '"hashtag":"bridge"',
      '"hashtag":"harvest"',
    ]);
    expect(second).toEqual(first);
  });

  it('goes on after bad records with --skip-bad, counts them, and says what it assumed', async () => {
    const table = 'id,author,date,text\n1,ann,2026-03-02 10:00:00,#a\n2,ann,hush,#a\n';

    const strict = await spawnTurfwatch(['check', '-', '--json'], table);
    const lenient = await spawnTurfwatch(['check', '-', '--json', '--skip-bad'], table);

    expect(strict).toMatchObject({ code: 2, out: '' });
    expect(strict.err).toMatch(
      /^turfwatch: -:3: createdAt \(column "date"\): expected a time such as .*, found a text of 4 characters\n$/,
    );
    expect(lenient.code).toBe(0);
    expect(lenient.out).toContain('"posts":1');
    expect(lenient.err).toBe(
      'turfwatch: 1 bad line left out\nturfwatch: times without a zone were taken as UTC\n',
    );
  });

  it.each([
    [['--format', 'xml'], /Expected one of jsonl, x, mastodon, bluesky, csv, parquet/],
    [['--map', 'body'], /Expected FIELD=COLUMN, such as text=body/],
    [['--map', 'words=body'], /a field is one of id, author, createdAt/],
  ])('refuses %j and says what there is', async (args, message) => {
    const { code, err } = await spawnTurfwatch(['check', '-', ...args]);

    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('names what a table lacks, and how to say otherwise', async () => {
    const { code, err } = await spawnTurfwatch(['check', '-'], 'id,words\n1,so\n');

    expect(code).toBe(2);
    expect(err).toBe(
      'turfwatch: -: a table of posts requires columns for author, createdAt, text or hashtags: it has "id", "words"; say which with --map author=COLUMN,createdAt=COLUMN,text=COLUMN\n',
    );
  });
});
