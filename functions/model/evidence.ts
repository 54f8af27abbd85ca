/** The signals, in the order a reader meets them in docs/concepts.md. */
export const SIGNALS = [
  'burst',
  'synchrony',
  'sharp-end',
  'volleys',
  'pulse-shape',
  'near-duplicate',
  'concentration',
  'creation-clustering',
  'account-age',
  'deletion',
  'equal-lives',
  'groups',
  'reuse',
  'copier-return',
  'returning-copies',
  'returning-concentration',
  'returning-creation',
  'origin',
  'impersonation',
] as const;
export type SignalName = (typeof SIGNALS)[number];

export type MeasuredEvidence = {
  readonly signal: SignalName;
  readonly state: 'measured';
  /** How surprising under the organic null: -log10 p. */
  readonly score: number;
  /** How large, in the unit that docs/signals/<signal>.md names. */
  readonly effect: number;
  /** Accounts that carry it. */
  readonly accounts: number;
  /** Further figures for the reader, in units that docs/signals/<signal>.md names. */
  readonly detail: Readonly<Record<string, number | string>>;
};

export type UnmeasuredEvidence = {
  readonly signal: SignalName;
  readonly state: 'unmeasured';
  /** Why, in words for a reader: "12 of 20 account dates known". */
  readonly reason: string;
  /** What time alone will tell of this burst, in words: "whether posts vanish". Absent where it will not. */
  readonly later?: string | undefined;
};

/** What one signal found in one burst, or why it could not look. */
export type Evidence = MeasuredEvidence | UnmeasuredEvidence;

export function measured(
  signal: SignalName,
  score: number,
  effect: number,
  accounts: number,
  detail: MeasuredEvidence['detail'] = {},
): MeasuredEvidence {
  return { signal, state: 'measured', score, effect, accounts, detail };
}

export function unmeasured(signal: SignalName, reason: string, later?: string): UnmeasuredEvidence {
  return { signal, state: 'unmeasured', reason, ...(later !== undefined && { later }) };
}

export function isMeasured(evidence: Evidence): evidence is MeasuredEvidence {
  return evidence.state === 'measured';
}
