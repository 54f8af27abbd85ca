import type { Network } from './blocks/account-age.ts';
import type { Zone } from './blocks/local-clock.ts';
import type { Account, Draft } from './draft.ts';
import type { Script } from './lexicon.ts';
import type { Parameters, ValuesOf } from './parameter.ts';
import type { Label } from './truth.ts';

/** What every scenario is asked for. */
export type ScenarioInput = {
  readonly seed: number;
  /** Normalised, without `#`. */
  readonly hashtag: string;
  /** When the event begins; each scenario says what that is. */
  readonly startMs: number;
  /** About how many posts. Shapes matter, not totals: a scenario keeps its shape at any size. */
  readonly posts: number;
  /** Core posts / all posts, in (0, 1]; the scenario's usual one by default. Covert scenarios only. */
  readonly dose?: number;
  /** Of the audience; Latin by default. */
  readonly script?: Script;
  /** Where the audience lives; PK by default. */
  readonly zone?: Zone;
  /** Whose sign-up curve the account dates follow; X by default. */
  readonly network?: Network;
  /** Accounts of earlier events: those who act together again are taken from these. */
  readonly returning?: readonly Account[];
  /** Accounts of the network at large, of which some turn up anywhere. */
  readonly neighbours?: readonly Account[];
};

/** One row of the table of scenarios. */
export type Scenario<P extends Parameters = Parameters> = {
  readonly id: string;
  readonly label: Label;
  /** What happens, in a line. */
  readonly title: string;
  readonly parameters: P;
  /** Its next edition comes under the same hashtag; others choose one of their own each time. */
  readonly sameHashtag?: true;
  /** Its people act every day, at least while it lasts: a monitor that looks back a week has met them seven times. */
  readonly daily?: true;
  /** The event's posts in any order. */
  draft(input: ScenarioInput, values: ValuesOf<P>): readonly Draft[];
};
