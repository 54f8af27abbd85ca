import { SourceError } from '../../model/errors.ts';

type Failure = { readonly host: string; readonly error: SourceError };

export type Answers<Answer> = {
  readonly answers: readonly { readonly host: string; readonly answer: Answer }[];
  readonly failures: readonly Failure[];
};

/**
 * Asks all servers at once. One that fails is told, and does not hide the others.
 *
 * @throws {SourceError} if none answers
 */
export async function eachServer<Server extends { readonly host: string }, Answer>(
  servers: readonly Server[],
  ask: (server: Server) => Promise<Answer>,
): Promise<Answers<Answer>> {
  const settled = await Promise.allSettled(servers.map(ask));
  const answers: { host: string; answer: Answer }[] = [];
  const failures: Failure[] = [];
  for (const [index, outcome] of settled.entries()) {
    const host = servers[index]?.host ?? '';
    if (outcome.status === 'fulfilled') answers.push({ host, answer: outcome.value });
    else if (outcome.reason instanceof SourceError) failures.push({ host, error: outcome.reason });
    else throw outcome.reason;
  }
  const [first] = failures;
  if (answers.length > 0 || first === undefined) return { answers, failures };
  if (failures.length === 1) throw first.error;
  throw new SourceError(failures.map(({ error }) => error.message).join('; '), {
    cause: first.error,
    retryable: failures.some(({ error }) => error.retryable),
    ...timeOf(failures),
  });
}

/**
 * Counts of fewer servers than before are lower, and would pass for a quiet hour, or teach one.
 *
 * @throws {SourceError} if any server failed; it names no time before which asking is pointless, for the others answer
 */
export function requireAll({ failures }: Pick<Answers<unknown>, 'failures'>): void {
  const [first] = failures;
  if (first === undefined) return;
  const reasons = failures.map(({ error }) => error.message).join('; ');
  throw new SourceError(`${reasons}; counts without it cannot be compared with those before`, {
    cause: first.error,
    retryable: failures.every(({ error }) => error.retryable),
  });
}

/** The first of them that may answer. */
function timeOf(failures: readonly Failure[]) {
  const times = failures.flatMap(({ error: { retryAtMs } }) => retryAtMs ?? []);
  return times.length < failures.length ? {} : { retryAtMs: Math.min(...times) };
}
