import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPostFile } from '../../dashboard/read-post-file.ts';

const LINES = '{"id":"1","text":"سلام"}\n\n{"id":"2"}\n';
const POSTS = [{ id: '1', text: 'سلام' }, { id: '2' }];

describe('readPostFile', () => {
  it.each([
    ['plain', new Blob([LINES])],
    ['gzip', new Blob([gzipSync(LINES)])],
    ['with the line ends of Windows', new Blob([LINES.replaceAll('\n', '\r\n')])],
  ])('reads JSON lines: %s', async (_, file) => {
    expect(await readPostFile(file)).toEqual(POSTS);
  });

  it.each([
    ['{"id":"1"}\nnonsense', 'line 2: expected one JSON object'],
    ['{"id":"1"}\n\n[1]', 'line 3: expected one JSON object'],
    ['\n', 'the file holds no posts: expected one JSON object a line'],
    [`{"id":"${'x'.repeat(5 * 1024 * 1024)}"}`, /more than 5 MB: .* turfwatch check/],
  ])('refuses %j with the reason', async (text, reason) => {
    await expect(readPostFile(new Blob([text]))).rejects.toThrow(reason);
  });
});
