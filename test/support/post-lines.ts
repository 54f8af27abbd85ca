import type { PostLine } from '../../functions/adapters/replay/post-line.ts';

/** A line of a post file as an object, with overrides. */
export function aPostLine(overrides: Partial<PostLine> = {}): PostLine {
  return {
    id: 'p1',
    source: 'x',
    hashtags: ['harvest'],
    createdAt: '2026-03-02T18:00:00.000Z',
    author: 'a1',
    authorCreatedAt: '2019-05-01T12:00:00.000Z',
    repost: false,
    text: 'six crates of apples went to the school today #harvest',
    ...overrides,
  };
}

export function jsonLines(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
