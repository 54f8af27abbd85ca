import { InputError } from '../../functions/model/errors.ts';
import type { Draft } from './draft.ts';
import { EVASIONS, type Knob, type Knobs } from './evasion-knobs.ts';
import type { Parameters } from './parameter.ts';
import type { Scenario } from './scenario.ts';
import { stageOf } from './stage.ts';

/**
 * The scenario as an organiser would play it who knows the detector: the knobs change what the
 * core does, one after the other, and leave everybody else as they were.
 *
 * @throws {InputError} for a knob outside 0..1, or a scenario in which nobody hides
 */
export function evading<P extends Parameters>(scenario: Scenario<P>, knobs: Knobs): Scenario<P> {
  if (scenario.label !== 'covert') {
    throw new InputError(`evasion requires a covert scenario, got ${scenario.id}`);
  }
  const turned = Object.entries(knobs).map(([name, share]): [Knob, number] => {
    if (!(name in EVASIONS)) {
      throw new InputError(
        `unknown knob ${name}: expected one of ${Object.keys(EVASIONS).join(', ')}`,
      );
    }
    if (!(share >= 0 && share <= 1)) throw new InputError(`${name} must lie in 0..1, got ${share}`);
    return [name as Knob, share];
  });
  return {
    ...scenario,
    draft(input, values) {
      const stage = stageOf(input, `${scenario.id} evasion`);
      return turned.reduce<readonly Draft[]>(
        (drafts, [knob, share]) =>
          share === 0 ? drafts : EVASIONS[knob].apply(drafts, share, { stage, input }),
        scenario.draft(input, values),
      );
    },
  };
}
