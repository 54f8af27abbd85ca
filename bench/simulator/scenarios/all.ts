import type { Scenario } from '../scenario.ts';
import { C1 } from './c1.ts';
import { C2 } from './c2.ts';
import { C8 } from './c8.ts';
import { C9 } from './c9.ts';
import { C10 } from './c10.ts';
import { C12 } from './c12.ts';
import { C13 } from './c13.ts';
import { O1 } from './o1.ts';
import { O3 } from './o3.ts';
import { O6 } from './o6.ts';
import { O8 } from './o8.ts';

/** Every scenario that can be played, in the order of the table of scenarios. */
export const SCENARIOS: readonly Scenario[] = [O1, O3, O6, O8, C1, C2, C8, C9, C10, C12, C13].map(
  (scenario) => scenario as unknown as Scenario,
);
