import { type Command, InvalidArgumentError } from 'commander';
import {
  type ColumnMap,
  isPostField,
  POST_FIELDS,
} from '../functions/adapters/files/post-field.ts';
import { POST_FORMATS, type PostFormat } from '../functions/adapters/files/post-format.ts';

/** What the user says of the files. */
export type InputOptions = {
  readonly format?: PostFormat;
  readonly map?: ColumnMap;
  readonly source?: string;
};

export const INPUT_HELP = `
FILE holds posts in any of these forms; its content tells which, plain, gzip or zstd:
  jsonl     a post a line: {"id","source","hashtags":[…],"createdAt","author",
            "authorCreatedAt"|null,"repost","text"|null}; may add "deletedAt", "language",
            "followers", "authorName", "authorHandle", "authorPlace"
  x         X API v2 pages or posts, API v1.1 statuses; one, a list, or one a line
  mastodon  statuses; one, a list, or one a line
  bluesky   pages of posts or of a feed; one, a list, or one a line
  csv       a table with a header, set apart by comma, tab, semicolon or bar
  parquet   a table; columns as in csv
A folder stands for the *.jsonl, *.ndjson, *.json, *.csv, *.tsv and *.parquet in it, also *.gz and *.zst.
Nothing is kept, and nothing leaves this machine. docs/check-input.md has an example of each.`;

/** Adds the options that say what the files are. */
export function withInputOptions(command: Command): Command {
  return command
    .option(
      '--format <format>',
      `what every file is, where its content does not tell: ${POST_FORMATS.join(', ')}`,
      parseFormat,
    )
    .option(
      '--map <field=column,…>',
      `which column holds what, such as text=body,author=user (${POST_FIELDS.join(', ')})`,
      parseMap,
    )
    .option(
      '--source <name>',
      'count all posts to this network, such as x, whatever the files say',
    );
}

function parseFormat(text: string): PostFormat {
  const format = POST_FORMATS.find((one) => one === text);
  if (format !== undefined) return format;
  throw new InvalidArgumentError(`Expected one of ${POST_FORMATS.join(', ')}.`);
}

/** Given more than once, each adds to what came before. */
function parseMap(text: string, before: ColumnMap = {}): ColumnMap {
  const pairs = text.split(',').map((pair) => {
    const [, field = '', column = ''] = /^\s*(\w+)\s*=(.+)$/.exec(pair) ?? [];
    if (isPostField(field)) return [field, column.trim()] as const;
    throw new InvalidArgumentError(
      `Expected FIELD=COLUMN, such as text=body; a field is one of ${POST_FIELDS.join(', ')}.`,
    );
  });
  return { ...before, ...Object.fromEntries(pairs) };
}
