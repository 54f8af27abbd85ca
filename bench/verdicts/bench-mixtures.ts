import type { Detection } from '../../functions/steps/judge.ts';
import { shareAt } from './level-shares.ts';
import { markdownTable } from './markdown-table.ts';
import { type MixtureCell, mixtureCells } from './mixture-cells.ts';
import { type MixtureOutcome, mixtureOutcomes, mixtureRuns } from './mixture-outcomes.ts';
import type { PartOptions } from './part.ts';
import { shareCoverage } from './share-coverage.ts';

const PERCENTS = [0, 5, 10, 20, 30, 50, 70];

/** Real coordinated posts in real ordinary ones: recall against their share. */
export async function benchMixtures({ detection, long }: PartOptions): Promise<string> {
  const runs = mixtureRuns(long);
  const cells = await mixtureCells();
  return [
    '### Mixtures',
    '',
    `Whole accounts of one real campaign burst laid into one real ordinary burst, true times kept; k is the campaign's share of posts; ${runs} seeded runs a row. At k = 0 nothing was injected: whatever is named there is a false alarm. Reuse knows the campaign's earlier pure bursts and the other hashtags of the host. Attacks: texts and dates taken away on both sides, 2 % of organic posts deleted within 5 minutes; trolls: all stamps cut to the minute. Accounts: of those named in groups, how many were injected, and of those injected, how many were named. Aims at k = 30 %: Turkish \`coordinated\` .95 (without reuse .80); troll in conference and school days \`suspicious\` or worse .85, \`coordinated\` .45; the share covered .90.`,
    '',
    ...cells.map((cell) => tableOf(cell, runs, detection)),
  ].join('\n');
}

function tableOf(cell: MixtureCell, runs: number, detection: Detection): string {
  const rows = PERCENTS.map((percent) => {
    const outcomes = mixtureOutcomes(cell, percent / 100, runs, detection);
    return [`${percent} %`, ...figuresOf(outcomes)];
  });
  const hosts = `${cell.hosts.flat().length} hosts of ${cell.hosts.length} communities`;
  return `**${cell.name}** (${hosts}, ${cell.campaigns.length} campaigns)\n\n${markdownTable(HEAD, rows)}\n`;
}

const HEAD = [
  'k',
  'coordinated',
  'suspicious or worse',
  'coordinated -reuse',
  'suspicious or worse -reuse',
  'strength, mean',
  'accounts: precision',
  'recall',
  'share covered',
  'width',
];

function figuresOf(outcomes: readonly MixtureOutcome[]): readonly (number | null)[] {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const without = outcomes.map(({ withoutReuse }) => withoutReuse);
  const { precision, recall } = accountsNamed(outcomes);
  const { covered, width } = shareCoverage(outcomes);
  return [
    shareAt(verdicts, 'coordinated'),
    shareAt(verdicts, 'coordinated', 'suspicious'),
    shareAt(without, 'coordinated'),
    shareAt(without, 'coordinated', 'suspicious'),
    verdicts.reduce((sum, { strength }) => sum + strength, 0) / verdicts.length,
    precision,
    recall,
    covered,
    width,
  ];
}

/** Over all runs together; null where there is nobody to divide by. */
function accountsNamed(outcomes: readonly MixtureOutcome[]) {
  const sum = { named: 0, injected: 0, both: 0 };
  for (const { groups, injected } of outcomes) {
    const named = new Set(groups.flatMap(({ accounts }) => accounts));
    sum.named += named.size;
    sum.injected += injected.size;
    sum.both += [...named].filter((account) => injected.has(account)).length;
  }
  return {
    precision: sum.named === 0 ? null : sum.both / sum.named,
    recall: sum.injected === 0 ? null : sum.both / sum.injected,
  };
}
