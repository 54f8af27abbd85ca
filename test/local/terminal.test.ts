import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../functions/adapters/log.ts';
import { minute } from '../../local/minute.ts';
import { openTerminal, type Progress } from '../../local/terminal.ts';

const AT = Date.UTC(2026, 2, 3, 9, 5);

function open(isTTY: boolean, span?: Progress) {
  let shown = '';
  const out = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk);
      done();
    },
  });
  const terminal = openTerminal(Object.assign(out, { isTTY }) as NodeJS.WriteStream, span);
  return { terminal, raw: () => shown, lines: () => shown.split('\n').filter((one) => one !== '') };
}

function record(
  message: string,
  fields: LogRecord['fields'],
  some: Partial<LogRecord> = {},
): LogRecord {
  return { level: 'info', service: 'x', message, fields, ...some };
}

const assessed = (verdict: string) =>
  record('burst assessed', {
    burstId: `replay:harbour/${AT}`,
    atMs: AT,
    verdict,
    strength: 0.823,
    posts: 412,
  });

describe('the terminal', () => {
  it('tells of bursts and verdicts, a level once', () => {
    const { terminal, lines } = open(false);
    const burst = { burstId: `mastodon:harbour@one.example/${AT}`, atMs: AT };
    terminal.record(record('burst opened', burst));
    terminal.record(assessed('suspicious'));
    terminal.record(assessed('suspicious'));
    terminal.record(assessed('coordinated'));
    terminal.record(record('burst closed', burst));
    terminal.message('email', 'Turfwatch: coordinated burst');

    expect(lines()).toEqual([
      '2026-03-03 09:05  #harbour@one.example   burst began',
      '2026-03-03 09:05  #harbour               suspicious   strength 0.82, 412 posts',
      '2026-03-03 09:05  #harbour               coordinated  strength 0.82, 412 posts',
      '2026-03-03 09:05  #harbour@one.example   burst over',
      'ALERT by email  Turfwatch: coordinated burst',
    ]);
  });

  it('tells of trouble with its reason, and of nothing else', () => {
    const { terminal, lines } = open(false);
    terminal.record(record('alert delivered', { alertId: 'x' }));
    terminal.record(
      record('source failed', { watchId: 'w', reason: 'answered 502' }, { level: 'warn' }),
    );
    terminal.record(
      record('message was not handled', {}, { level: 'error', error: new Error('no table') }),
    );
    expect(lines()).toEqual([
      'source failed (w: answered 502)',
      'message was not handled: no table',
    ]);
  });

  it('tells how old the baseline of a live watch is, each time it is news', () => {
    const aged = (fields: LogRecord['fields']) =>
      record('baseline aged', { watchId: 'mastodon:harbour@one.example', atMs: AT, ...fields });
    const reading = { age: 'reading', fromMs: AT - 7 * 86_400_000, untilMs: AT };
    const told = [
      aged({ ...reading, readMs: AT - 4 * 86_400_000 }),
      aged({ ...reading, readMs: AT - 4 * 86_400_000 }),
      aged({ age: 'taught', fromMs: AT - 7 * 86_400_000 }),
      aged({ age: 'young', readyMs: AT + 3_600_000 }),
      aged({ age: 'ready' }),
    ];
    const live = open(false);
    const replay = open(false, { fromMs: AT, toMs: AT + 1000 });
    for (const one of told) {
      live.terminal.record(one);
      replay.terminal.record(one);
    }

    expect(live.lines()).toEqual([
      '#harbour@one.example   reading its past: 3 of 7 days',
      '#harbour@one.example   taught what its source knew since 2026-02-24 09:05 UTC',
      '#harbour@one.example   baseline is young: tells bursts from 2026-03-03 10:05 UTC on, until then only very large ones',
    ]);
    expect(replay.lines()).toEqual([]);
  });

  it('shows progress as a line each tenth where nothing can be redrawn', () => {
    const { terminal, lines } = open(false, { fromMs: 0, toMs: 1000 });
    for (let ms = 0; ms <= 1300; ms += 10) terminal.progress(ms);
    expect(lines().map((line) => line.split('  ')[0])).toEqual(
      Array.from({ length: 11 }, (_, tenth) => `${tenth * 10} %`),
    );
  });

  it('keeps the bar below what is told, and leaves it at the end', () => {
    const { terminal, raw } = open(true, { fromMs: 0, toMs: 1000 });
    terminal.progress(500);
    terminal.say('a line');
    terminal.progress(1000);
    terminal.say('the end');
    const shown = stripVTControlCharacters(raw());

    expect(shown).toContain('50 %');
    expect(shown.split('a line')[1]).toContain('50 %');
    expect(shown).toMatch(/100 % .*\nthe end\n$/);
  });

  it('shows no progress of a live watch', () => {
    const { terminal, raw } = open(true);
    terminal.progress(5);
    expect(raw()).toBe('');
  });

  it('paints only a terminal', () => {
    const plain = open(false);
    plain.terminal.record(assessed('coordinated'));
    expect(plain.raw()).toBe(stripVTControlCharacters(plain.raw()));
  });

  it('leaves the line of progress when it is told to, and is full once', () => {
    const { terminal, raw } = open(true, { fromMs: AT, toMs: AT + 1000 });
    terminal.progress(AT + 500);
    terminal.endProgress();
    terminal.say('stopped');
    expect(stripVTControlCharacters(raw())).toMatch(/50 % .*\nstopped\n$/);

    const full = open(true, { fromMs: AT, toMs: AT + 1000 });
    for (const atMs of [AT + 1000, AT + 2000, AT + 3000]) full.terminal.progress(atMs);
    full.terminal.endProgress();
    expect(full.raw().match(/100 %/g)).toHaveLength(1);
  });
});

it('a minute is told to the minute', () => {
  expect(minute(AT + 59_999)).toBe('2026-03-03 09:05');
});
