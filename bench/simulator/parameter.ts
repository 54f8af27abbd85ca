import { InputError } from '../../functions/model/errors.ts';

/**
 * How far to trust a number: M measured by us, P primary source, A abstract only,
 * S second hand, C claim of a party, E our estimate.
 */
export type Basis = 'M' | 'P' | 'A' | 'S' | 'C' | 'E';

/** A named number of a scenario: its default, and the range over which results must be reported. */
export type Parameter = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
};

export type Parameters = Readonly<Record<string, Parameter>>;
export type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]: number };

/** @param high left out together with `low` where the source gives no range: the number is then fixed */
export function parameter(
  value: number,
  basis: Basis,
  low: number = value,
  high: number = value,
): Parameter {
  return { value, low, high, basis };
}

/**
 * The value of every parameter: its default, or the one given instead.
 *
 * @throws {InputError} for an unknown name, or a value outside its range
 */
export function valuesOf<P extends Parameters>(
  parameters: P,
  given: Readonly<Record<string, number>> = {},
): ValuesOf<P> {
  for (const [name, value] of Object.entries(given)) check(name, value, parameters);
  const values = Object.entries(parameters).map(([name, { value }]) => [
    name,
    given[name] ?? value,
  ]);
  return Object.fromEntries(values) as ValuesOf<P>;
}

function check(name: string, value: number, parameters: Parameters): void {
  const known = parameters[name];
  if (known === undefined) {
    throw new InputError(
      `unknown parameter ${name}: expected one of ${Object.keys(parameters).join(', ')}`,
    );
  }
  if (!(value >= known.low && value <= known.high)) {
    throw new InputError(`${name} must lie in ${known.low}..${known.high}, got ${value}`);
  }
}
