import { join } from 'node:path';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openQueues, openTables } from '../../functions/adapters/clients.ts';
import { dynamoWatchStore } from '../../functions/adapters/dynamodb/watch-store.ts';
import { snsTopic } from '../../functions/adapters/sns/topic.ts';
import { sqsQueue } from '../../functions/adapters/sqs/queue.ts';
import { type Engine, startEngine } from '../../local/engine.ts';
import { startPump } from '../../local/pump.ts';
import { aFolder } from '../support/a-folder.ts';
import { aWatch } from '../support/a-watch.ts';
import { anAlert } from '../support/an-alert.ts';

const before = { ...process.env };
afterAll(() => {
  process.env = before;
});

async function start(dir: string): Promise<Engine> {
  const engine = await startEngine(dir);
  onTestFinished(engine.stop);
  return engine;
}

// The engine points the environment of its process at itself.
describe('the embedded engine', () => {
  it('keeps the tables through a stop, and leaves the queues behind', async () => {
    const dir = join(await aFolder(), 'data');
    const first = await startEngine(dir);
    const tables = openTables();
    const saved = await dynamoWatchStore(tables, process.env.WATCHES_TABLE ?? '').save(aWatch());
    await sqsQueue(openQueues(), first.queueUrl('assess')).send([{ a: 1 }]);
    expect(first.pending()).toBe(1);
    await first.stop();

    const second = await start(dir);
    const again = dynamoWatchStore(openTables(), process.env.WATCHES_TABLE ?? '');
    expect(await again.get(saved.watchId)).toEqual(saved);
    expect(second.pending()).toBe(0);
  });

  it('brings an alert to both channels', async () => {
    const engine = await start(await aFolder());
    await snsTopic(new SNSClient({}), process.env.ALERT_TOPIC_ARN ?? '').publish(anAlert());
    expect(engine.pending()).toBe(2);

    const got: string[] = [];
    const done = Promise.withResolvers<void>();
    const pumps = (['email', 'slack'] as const).map((name) =>
      startPump(
        engine.queueUrl(name),
        async ({ Records }) => void got.push(`${name} ${Records.length}`),
        () => engine.pending() === 0 && done.resolve(),
      ),
    );
    await done.promise;
    await Promise.all(pumps.map((stop) => stop()));
    expect(got.sort()).toEqual(['email 1', 'slack 1']);
  });

  it('counts the messages that were given up', async () => {
    const engine = await start(await aFolder());
    await sqsQueue(openQueues(), engine.queueUrl('polls')).send([{ poison: true }]);
    const work = vi.fn(async () => {
      throw new Error('never');
    });
    const done = Promise.withResolvers<void>();
    const stop = startPump(
      engine.queueUrl('polls'),
      work,
      () => engine.pending() === 0 && done.resolve(),
    );
    expect(engine.deadLetters()).toBe(0);
    await done.promise;
    await stop();

    expect(work).toHaveBeenCalledTimes(5);
    expect(engine.deadLetters()).toBe(1);
  });
});
