import { InvalidArgumentError } from 'commander';
import { SIGNALS, type SignalName } from '../functions/model/evidence.ts';

/** @example parseSignals('timing,reuse') throws: there is no signal of the name timing */
export function parseSignals(text: string): readonly SignalName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isSignal(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `There is no signal "${unknown}"; there are ${SIGNALS.join(', ')}.`,
    );
  }
  return names.filter(isSignal);
}

function isSignal(name: string): name is SignalName {
  return SIGNALS.some((signal) => signal === name);
}
