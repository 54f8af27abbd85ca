import type { ScenarioInput } from './scenario.ts';
import type { Stage } from './stage.ts';

/** What an evasion plays with beside the drafts: the chance and language of the stage, and what was asked for. */
export type EvasionSetting = { readonly stage: Stage; readonly input: ScenarioInput };
