import { afterEach, describe, expect, it, vi } from 'vitest';
import { LOG_CHANNEL, type LogRecord, openLog } from '../../functions/adapters/log.ts';

function listen(): { readonly records: LogRecord[]; stop(): void } {
  const records: LogRecord[] = [];
  const take = (message: unknown) => void records.push(message as LogRecord);
  LOG_CHANNEL.subscribe(take);
  return { records, stop: () => LOG_CHANNEL.unsubscribe(take) };
}

/** Lines that the function writes to its log group, as the objects they are. */
function lines(): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (const name of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, name).mockImplementation((line) => void found.push(JSON.parse(line)));
  }
  return found;
}

afterEach(() => vi.restoreAllMocks());

describe('a log in Lambda', () => {
  it('writes a line of JSON with the fields beside the message', () => {
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const found = lines();
    openLog('poll').info('burst opened', { burstId: 'b', atMs: 5, posts: undefined });
    openLog('poll').warn('source failed', { reason: 'slow' });

    expect(found).toMatchObject([
      { level: 'INFO', service: 'poll', message: 'burst opened', burstId: 'b', atMs: 5 },
      { level: 'WARN', service: 'poll', message: 'source failed', reason: 'slow' },
    ]);
  });

  it.each([new Error('no way', { cause: new Error('why') }), 'no way'])(
    'tells what went wrong: %s',
    (fault) => {
      vi.stubEnv('POWERTOOLS_DEV', 'true');
      const found = lines();
      openLog('poll').error('message was not handled', { messageId: 'm' }, fault);

      expect(found).toMatchObject([
        { level: 'ERROR', messageId: 'm', error: { name: 'Error', message: 'no way' } },
      ]);
    },
  );
});

describe('a log of an embedded function', () => {
  it('is told to whoever listens, and to nobody else', () => {
    const found = lines();
    const { records, stop } = listen();
    const fault = new Error('no way');
    openLog('poll').info('burst opened', { burstId: 'b' });
    openLog('poll').error('message was not handled', { messageId: 'm' }, fault);
    stop();

    expect(records).toMatchObject([
      { level: 'info', service: 'poll', message: 'burst opened', fields: { burstId: 'b' } },
      { level: 'error', fields: { messageId: 'm' }, error: fault },
    ]);
    expect(found).toEqual([]);
  });
});
