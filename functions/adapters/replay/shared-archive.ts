import { millisecondsInHour } from 'date-fns/constants';
import * as z from 'zod';
import { SettingsError } from '../../model/errors.ts';
import { openArchive } from './archive.ts';

const Files = z.array(z.string()).min(1);

const archives = new Map<string, ReturnType<typeof openArchive>>();

/** The archive of a list of files, read once a process. Polls look for posts again well within the hour. */
export function sharedArchive(files: readonly string[]): ReturnType<typeof openArchive> {
  const key = JSON.stringify(files);
  const known = archives.get(key) ?? openArchive(files, { deletionsWithinMs: millisecondsInHour });
  archives.set(key, known);
  return known;
}

/** @param text a JSON list of paths, as the embedded runtime sets it @throws {SettingsError} if it is none */
export function replayFiles(text: string): readonly string[] {
  try {
    return Files.parse(JSON.parse(text));
  } catch (cause) {
    throw new SettingsError('REPLAY_FILES is required to be a JSON list of paths', { cause });
  }
}
