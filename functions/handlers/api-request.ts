import type * as z from 'zod';
import type { Problem } from '../contract/problem.ts';
import type { ApiContext } from './api-context.ts';
import { RequestFault } from './api-problem.ts';

type Where = NonNullable<Problem['errors']>[number]['in'];

/** The largest body we read, bytes. Lambda itself takes 6 MB with the event around it. */
const MOST_BODY_BYTES = 5 * 1024 * 1024;

export function readQuery<T>(context: ApiContext, schema: z.ZodType<T>): T {
  return parseAs(schema, context.req.query(), 'query');
}

/** JSON only, and said to be so: what a form on a foreign page can send is refused. */
export async function readBody<T>(context: ApiContext, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? 'nothing';
  if (!/^application\/json\b/i.test(type)) {
    throw new RequestFault(415, `content-type must be application/json, not ${type}`);
  }
  const bytes = await context.req.arrayBuffer();
  if (bytes.byteLength > MOST_BODY_BYTES) {
    throw new RequestFault(
      413,
      `the body has ${bytes.byteLength} bytes; at most ${MOST_BODY_BYTES} are read`,
    );
  }
  return parseAs(schema, jsonOf(new TextDecoder().decode(bytes)), 'body');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestFault(400, 'the body must be JSON');
  }
}

export function parseAs<T>(schema: z.ZodType<T>, value: unknown, where: Where): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 20).flatMap((issue) => faultsOf(issue, where));
  const [first] = errors;
  throw new RequestFault(
    400,
    first === undefined ? `the ${where} is malformed` : `${first.field}: ${first.detail}`,
    errors,
  );
}

function faultsOf(issue: z.core.$ZodIssue, where: Where): NonNullable<Problem['errors']> {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ in: where, field: key, detail: 'is not known here' }));
  }
  return [{ in: where, field: issue.path.join('.') || where, detail: detailOf(issue.message) }];
}

/** Zod begins its messages with a capital and "Invalid input: "; ours do not. */
export function detailOf(message: string): string {
  const plain = message.replace(/^Invalid input: /, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
