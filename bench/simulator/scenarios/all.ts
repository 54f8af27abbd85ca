import type { Scenario } from '../scenario.ts';
import { C1 } from './c1.ts';
import { C2 } from './c2.ts';
import { C3 } from './c3.ts';
import { C4 } from './c4.ts';
import { C5 } from './c5.ts';
import { C6 } from './c6.ts';
import { C7 } from './c7.ts';
import { C8 } from './c8.ts';
import { C9 } from './c9.ts';
import { C10 } from './c10.ts';
import { C11 } from './c11.ts';
import { C12 } from './c12.ts';
import { C13 } from './c13.ts';
import { O1 } from './o1.ts';
import { O2 } from './o2.ts';
import { O3 } from './o3.ts';
import { O4 } from './o4.ts';
import { O5 } from './o5.ts';
import { O6 } from './o6.ts';
import { O7 } from './o7.ts';
import { O8 } from './o8.ts';
import { O9 } from './o9.ts';
import { O10 } from './o10.ts';
import { O11 } from './o11.ts';
import { O12 } from './o12.ts';
import { O13 } from './o13.ts';
import { O14 } from './o14.ts';
import { O15 } from './o15.ts';

/** Every scenario that can be played, in the order of the table of scenarios. */
export const SCENARIOS: readonly Scenario[] = [
  O1,
  O2,
  O3,
  O4,
  O5,
  O6,
  O7,
  O8,
  O9,
  O10,
  O11,
  O12,
  O13,
  O14,
  O15,
  C1,
  C2,
  C3,
  C4,
  C5,
  C6,
  C7,
  C8,
  C9,
  C10,
  C11,
  C12,
  C13,
].map((scenario) => scenario as unknown as Scenario);
