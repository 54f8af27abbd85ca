import { InvalidArgumentError } from 'commander';

/** How a group of posts is cut: into spans of time aligned to UTC, or into so many posts each. */
export type Window =
  | { readonly kind: 'span'; readonly spanMs: number }
  | { readonly kind: 'count'; readonly posts: number };

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * @example parseWindow('5m') // { kind: 'span', spanMs: 300_000 }
 * @example parseWindow('1000') // { kind: 'count', posts: 1000 }
 */
export function parseWindow(text: string): Window {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,8})([smhd]?)$/.exec(text) ?? [];
  if (digits === '') {
    throw new InvalidArgumentError('Expected a span such as 5m, 1h or 1d, or a number of posts.');
  }
  const unitMs = UNIT_MS[unit];
  if (unitMs === undefined) return { kind: 'count', posts: Number(digits) };
  return { kind: 'span', spanMs: Number(digits) * unitMs };
}

export function parseFirst(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number of posts, at least 1.');
}
