import type { Node } from 'constructs';
import * as z from 'zod';
import { readDiscover } from '../functions/settings/discover.ts';

const LEVELS = ['suspicious', 'coordinated'] as const;
const Emails = z.preprocess(splitList, z.array(z.email('must be an email address')));
const Levels = z.preprocess(
  splitList,
  z.array(z.enum(LEVELS, `must be ${LEVELS.join(' or ')}`)).readonly(),
);

const Text = z.string().trim().default('');

const Context = z.object({
  /** Who gets alerts by email. */
  alertEmails: Emails,
  /** Verdicts that go to Slack; none leaves Slack out. */
  slackLevels: Levels,
  /** Who is told when a part of the monitor itself fails. */
  operatorEmails: Emails,
  /** Sources that need credentials, beside those that need none. */
  sources: z.preprocess(
    splitList,
    z.array(z.enum(['bluesky', 'x'], 'must be bluesky or x')).readonly(),
  ),
  /** The operator's word that X's written permission covers the use: `yes`. */
  xPermissionAttested: Text,
  /** What X may cost in a calendar month, US dollars. */
  xMonthlyBudgetUsd: Text.refine((text) => text === '' || Number(text) >= 0, {
    error: 'must be an amount of US dollars, such as 25',
  }),
  /** Partners of which the operator knows that they tell which of their posts were deleted. */
  partnersTellingDeletions: Text,
  /** What is discovered: JSON, as functions/settings/discover.ts reads it; handed on as it is written. */
  discover: z
    .string()
    .trim()
    .default('')
    .transform((text) => text || '{}')
    .check(checkDiscover),
});

/** Variables of a function may hold four kilobytes together. */
const MOST_DISCOVER_BYTES = 3_000;

function checkDiscover({ value, issues }: z.core.ParsePayload<string>): void {
  const fault = discoverFault(value);
  if (fault !== undefined) issues.push({ code: 'custom', input: value, message: fault });
}

function discoverFault(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_DISCOVER_BYTES)
    return `must fit into ${MOST_DISCOVER_BYTES} bytes, has ${bytes}: patterns with * are shorter than long lists`;
  try {
    readDiscover(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What the operator chooses at deploy time; docs/deploy.md tells each. */
export type DeployContext = z.infer<typeof Context>;

/** Reads the context (`-c name=value`, or cdk.json) once. @throws if a value is none, naming it */
export function readContext(node: Node): DeployContext {
  const parsed = Context.safeParse(
    Object.fromEntries(Object.keys(Context.shape).map((name) => [name, node.tryGetContext(name)])),
  );
  if (parsed.success) return parsed.data;
  throw new Error(`context is wrong\n${z.prettifyError(parsed.error)}`, { cause: parsed.error });
}

/** A list written as one string with commas; absent is empty. */
function splitList(value: unknown): unknown {
  if (value === undefined) return [];
  if (typeof value !== 'string') return value;
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
