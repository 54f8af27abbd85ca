import { parameter } from '../parameter.ts';

/**
 * Share of ordinary posts that come from automated but independent accounts: at a constant
 * rate, with their own text, never on cue. One quick study says 24 to 37 %.
 *
 * @source arXiv 2209.10006 and others, SIMULATOR.md 2
 */
export const AUTOMATED = parameter(0.08, 'S', 0.05, 0.15);

/** Posts of one automated account in a day; our estimate. */
export const AUTOMATED_POSTS_A_DAY = 6;
