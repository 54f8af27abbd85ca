import { openBytes, STANDARD_INPUT } from '../replay/open-bytes.ts';
import { PostFileError } from '../replay/post-file-error.ts';
import type { ReadOptions } from '../replay/read-posts.ts';
import { detectForm, type Form } from './detect-form.ts';
import type { FoundFile } from './find-post-files.ts';
import type { ColumnMap } from './post-field.ts';
import type { PostFormat } from './post-format.ts';
import { refuseBinary, sniffed } from './sniffed.ts';

/** A file whose form is known. */
export type Input = FoundFile & {
  readonly form: Form;
  readonly head: Buffer;
  /** All of it, unpacked; to be asked for once. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
};

export type InputOptions = ReadOptions & {
  readonly format?: PostFormat | undefined;
  readonly map: ColumnMap;
};

/**
 * Looks at the beginning of a file. Of a file itself nothing stays open; standard input comes only
 * once, so there what was looked at is kept.
 *
 * @throws {PostFileError} if it cannot be opened, or is nothing that can hold posts
 */
export async function openInput(found: FoundFile, options: InputOptions): Promise<Input> {
  const { file } = found;
  const { standardInput = process.stdin, onBytes } = options;
  const open = () =>
    tellingFaults(
      file,
      openBytes(file, standardInput, (read) => onBytes?.(file, read)),
    );
  const looked = await sniffed(open());
  refuseBinary(looked.head, file);
  const form = detectForm(looked.head, options.format, { map: options.map, file });
  if (file !== STANDARD_INPUT) await looked.close();
  return {
    ...found,
    form,
    head: looked.head,
    bytes: file === STANDARD_INPUT ? () => looked.whole : open,
  };
}

async function* tellingFaults(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PostFileError(file, `cannot be read: ${why}`, { cause });
  }
}
