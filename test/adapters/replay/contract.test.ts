import { Readable } from 'node:stream';
import { openArchive } from '../../../functions/adapters/replay/archive.ts';
import type { PostLine } from '../../../functions/adapters/replay/post-line.ts';
import { replaySource } from '../../../functions/adapters/replay/replay-source.ts';
import { describeSource, type SourceHarness } from '../../ports/source.contract.ts';
import { aPostLine, jsonLines } from '../../support/post-lines.ts';

const ZERO_MS = Date.UTC(2026, 2, 2, 18);
const SECOND_MS = 1_000;

/** A file of posts that grows with each post; `deletions` are known from the first line on, or never. */
async function startArchive(deletions: boolean): Promise<SourceHarness> {
  let clockMs = ZERO_MS;
  const at = (ms: number) => new Date(ms).toISOString();
  const other = { id: 'other', hashtags: ['elsewhere'], createdAt: at(ZERO_MS) };
  const lines: PostLine[] = [
    aPostLine({ ...other, ...(deletions && { deletedAt: at(ZERO_MS + SECOND_MS) }) }),
  ];
  const add = (line: Partial<PostLine>): string => {
    const id = `p${lines.length}`;
    lines.push(aPostLine({ ...line, id, createdAt: at(clockMs) }));
    return id;
  };
  const opened = async () => {
    const standardInput = Readable.from([Buffer.from(jsonLines(lines))]);
    return replaySource(await openArchive(['-'], { standardInput }));
  };
  return {
    // An archive does not grow: each question is put to the file as it is by then.
    async open() {
      const { capability } = await opened();
      return {
        capability,
        counts: async (...asked) => (await opened()).counts(...asked),
        past: async (...asked) => (await opened()).past?.(...asked) ?? { counts: [], untilMs: 0 },
        posts: async (...asked) => (await opened()).posts(...asked),
        missing: async (...asked) => (await opened()).missing(...asked),
      };
    },
    nowMs: () => clockMs + 1,
    async pass() {
      clockMs += SECOND_MS;
    },
    async post(hashtag, text) {
      return add({ hashtags: [hashtag], text });
    },
    async repost(id) {
      const of = lines.find((line) => line.id === id);
      return add({ hashtags: of?.hashtags ?? [], text: of?.text ?? null, repost: true });
    },
    async remove(id) {
      const index = lines.findIndex((line) => line.id === id);
      lines.splice(index, 1, { ...aPostLine(lines[index]), deletedAt: at(clockMs) });
    },
    authorCreatedMs: Date.parse(aPostLine().authorCreatedAt ?? ''),
    async close() {},
  };
}

describeSource('replay', () => startArchive(true));
describeSource('replay of files without deletions', () => startArchive(false));
