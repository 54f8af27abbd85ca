import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type * as z from 'zod';
import { EventRequest } from '../functions/contract/event.ts';
import { SettingsError } from '../functions/model/errors.ts';

type Row = { readonly line: number; readonly value: unknown };

const YES = /^(true|yes|1)$/iu;
const NO = /^(false|no|0|)$/iu;

/**
 * Known events from a file: JSON lines, each as the API takes it, or CSV under a header of the same
 * names, with spaces between hashtags.
 *
 * @throws {SettingsError} that names the file, the line, the field and what was expected
 */
export async function readEventFile(file: string): Promise<readonly EventRequest[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SettingsError(`${file} cannot be read`, { cause });
  });
  const rows = /\.csv$/iu.test(file) ? csvRows(file, text) : jsonRows(file, text);
  return rows.map(({ line, value }) => {
    const result = EventRequest.safeParse(value);
    if (result.success) return result.data;
    throw new SettingsError(`${file}, line ${line}: ${faultOf(result.error)}`);
  });
}

function jsonRows(file: string, text: string): readonly Row[] {
  return text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .flatMap((json, index): Row[] => {
      if (json.trim() === '') return [];
      try {
        return [{ line: index + 1, value: JSON.parse(json) }];
      } catch (cause) {
        throw new SettingsError(`${file}, line ${index + 1}: must be a JSON object`, { cause });
      }
    });
}

function csvRows(file: string, text: string): readonly Row[] {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      ...{ bom: true, columns: true, info: true, skip_empty_lines: true, trim: true },
    });
    return rows.map(({ record, info }) => ({ line: info.lines, value: fromCells(record) }));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`${file} must be CSV under a header: ${why}`, { cause });
  }
}

/** An empty cell says nothing. */
function fromCells(cells: Readonly<Record<string, string>>): unknown {
  const { hashtags = '', openCall = '', ...others } = cells;
  const said = Object.entries(others).filter(([, cell]) => cell !== '');
  return {
    ...Object.fromEntries(said),
    hashtags: hashtags.split(/\s+/u).filter((hashtag) => hashtag !== ''),
    openCall: YES.test(openCall) || (NO.test(openCall) ? false : openCall),
  };
}

function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'is malformed';
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: is not known here`;
  const plain = issue.message.replace(/^Invalid (input|option): /u, '');
  const field = issue.path.join('.') || 'the line';
  return `${field}: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
}
