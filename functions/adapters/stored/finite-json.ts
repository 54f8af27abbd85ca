import { InputError } from '../../model/errors.ts';

/** JSON of what is to be stored. @throws {InputError} for a number that JSON would silently turn into null */
export function finiteJson(value: unknown): string {
  return JSON.stringify(value, (key, member) => {
    if (typeof member === 'number' && !Number.isFinite(member))
      throw new InputError(`what is stored requires finite numbers: ${key} is ${member}`);
    return member;
  });
}
