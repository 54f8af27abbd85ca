import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { eachRecord } from '../../functions/handlers/each-record.ts';
import { anSqsEvent } from '../support/an-sqs-event.ts';

const Shape = z.object({ name: z.string(), kind: z.enum(['a', 'b']) });
type Shape = z.infer<typeof Shape>;

function open(work: (message: Shape) => Promise<unknown>) {
  const logged: { fields: Readonly<Record<string, string>>; error: unknown }[] = [];
  const log = {
    error: (_: string, fields: Readonly<Record<string, string>>, error: unknown) =>
      void logged.push({ fields, error }),
  };
  return { handler: eachRecord(Shape, work, log), logged };
}

const GOOD = JSON.stringify({ name: 'one', kind: 'a' });

it('hands every message to the work', async () => {
  const seen: string[] = [];
  const { handler, logged } = open(async ({ name }) => void seen.push(name));

  const answer = await handler(
    anSqsEvent(GOOD, JSON.stringify({ name: 'two', kind: 'b', more: 1 })),
  );

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual(['one', 'two']);
  expect(logged).toEqual([]);
});

it.each([
  ['is no JSON', 'a private text {', /body is required to be JSON/],
  ['lacks a field', JSON.stringify({ kind: 'a', text: 'a private text' }), /→ at name/],
  [
    'has a field of another kind',
    JSON.stringify({ name: 'n', kind: 'a private text' }),
    /→ at kind/,
  ],
])(
  'returns a message alone that %s, and tells the field, not the content',
  async (_, body, told) => {
    const seen: string[] = [];
    const { handler, logged } = open(async ({ name }) => void seen.push(name));

    const answer = await handler(anSqsEvent(GOOD, body, GOOD));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-2' }] });
    expect(seen).toEqual(['one', 'one']);
    expect(logged.map(({ fields }) => fields)).toEqual([{ messageId: 'message-2' }]);
    expect(String(logged[0]?.error)).toMatch(told);
    expect(inspect(logged)).not.toContain('private');
  },
);

it('returns the message whose work failed, whether it throws or rejects', async () => {
  const { handler, logged } = open(({ kind }) => {
    if (kind === 'b') throw new Error('at once');
    return Promise.reject(new Error('later'));
  });

  const answer = await handler(anSqsEvent(GOOD, JSON.stringify({ name: 'x', kind: 'b' })));

  expect(answer.batchItemFailures).toHaveLength(2);
  expect(logged.map(({ error }) => (error as Error).message)).toEqual(['later', 'at once']);
});

it('works on all messages at once, so that a slow one holds up none', async () => {
  const release: (() => void)[] = [];
  const { handler } = open(() => new Promise<void>((resolve) => void release.push(resolve)));
  const answer = handler(anSqsEvent(GOOD, GOOD));
  await Promise.resolve();

  expect(release).toHaveLength(2);
  for (const go of release) go();
  expect(await answer).toEqual({ batchItemFailures: [] });
});
