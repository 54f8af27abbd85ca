import * as z from 'zod';
import { SettingsError } from '../model/errors.ts';

const Name = z.string().min(3);

export const DispatchEnvironment = z.object({ WATCHES_TABLE: Name, POLLS_QUEUE_URL: Name });

export const PollEnvironment = z.object({
  WATCHES_TABLE: Name,
  BASELINES_TABLE: Name,
  BURSTS_TABLE: Name,
  POSTS_TABLE: Name,
  ASSESS_QUEUE_URL: Name,
  /** Secrets Manager id of the pseudonym key; `env:NAME` takes it from that variable (embedded only). */
  PSEUDONYM_SECRET_ID: Name,
});

export const DiscoverEnvironment = z.object({
  WATCHES_TABLE: Name,
  BASELINES_TABLE: Name,
  BURSTS_TABLE: Name,
  POSTS_TABLE: Name,
  PSEUDONYM_SECRET_ID: Name,
  /** What is discovered, as JSON; settings/discover. `{}`: nothing is. */
  DISCOVER: z.string().default('{}'),
});

export const AssessEnvironment = z.object({
  WATCHES_TABLE: Name,
  BURSTS_TABLE: Name,
  POSTS_TABLE: Name,
  PUBLISH_QUEUE_URL: Name,
  PSEUDONYM_SECRET_ID: Name,
});

export const PublishEnvironment = z.object({
  BURSTS_TABLE: Name,
  BASELINES_TABLE: Name,
  ALERT_TOPIC_ARN: Name,
  /** Address of the dashboard, without a trailing slash. */
  PAGE_URL: z.url(),
});

export const SlackEnvironment = z.object({
  /** Holds which alert was delivered where, so that a repeat is dropped. */
  BURSTS_TABLE: Name,
  /** Secrets Manager id of the incoming-webhook address; `env:NAME` takes it from that variable (embedded only). */
  SLACK_SECRET_ID: Name,
});

export const ApiEnvironment = z.object({
  WATCHES_TABLE: Name,
  BASELINES_TABLE: Name,
  BURSTS_TABLE: Name,
  POSTS_TABLE: Name,
  /** Secrets Manager id of the hashed tokens of partners; `env:NAME` takes them from that variable (embedded only). */
  INGEST_SECRET_ID: Name,
  ASSESS_QUEUE_URL: Name,
  PSEUDONYM_SECRET_ID: Name,
});

/** The strings that cdk/ must hand to a function: the reader and the writer share one list of names. */
export type Variables<Schema extends z.ZodObject> = Record<keyof z.infer<Schema>, string>;

/** Reads the environment once, at the cold start, and reports every fault together. @throws {SettingsError} */
export function readEnvironment<T>(schema: z.ZodType<T>, variables: NodeJS.ProcessEnv): T {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new SettingsError(`environment is incomplete\n${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  });
}
