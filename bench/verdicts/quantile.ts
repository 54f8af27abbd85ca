import { InputError } from '../../functions/model/errors.ts';

/**
 * The value below which a share of the values lies (nearest rank).
 *
 * @param share in [0, 1]
 * @throws {InputError} if there is no value
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value =
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new InputError('quantile requires at least one value');
  return value;
}
