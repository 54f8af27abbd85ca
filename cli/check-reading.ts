import { statSync } from 'node:fs';

/** How far the reading of files is, in words for the line of progress. */
export type ReadingProgress = {
  readonly onBytes: (file: string, bytes: number) => void;
  /** Such as `posts read, 45 % of posts.jsonl`; without a share where the size is not known. */
  readonly words: () => string;
};

export function readingProgress(): ReadingProgress {
  let reading: string | undefined;
  let size: number | undefined;
  let words = 'posts read';
  return {
    onBytes(file, bytes) {
      if (file !== reading) size = sizeOf(file);
      reading = file;
      const share = size ? `, ${Math.min(100, Math.floor((bytes / size) * 100))} % of ${file}` : '';
      words = `posts read${share}`;
    },
    words: () => words,
  };
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
