import { styleText } from 'node:util';
import type { LogRecord } from '../functions/adapters/log.ts';
import { parseBurstId } from '../functions/model/burst.ts';
import { ageWords } from './age-words.ts';
import { minute } from './minute.ts';

export type Progress = { readonly fromMs: number; readonly toMs: number };

export type Terminal = {
  say(line: string): void;
  /** What the functions log, as a person wants to read it; the rest stays in the log file. */
  record(record: LogRecord): void;
  message(channel: 'email' | 'slack', text: string): void;
  /** Where the replay stands; redrawn in place on a terminal, a line each tenth elsewhere. */
  progress(atMs: number): void;
  /** Leaves the line of progress as it stands, for what is said last to follow it. */
  endProgress(): void;
};

type Paint = Parameters<typeof styleText>[0];

const LEVEL_PAINT: Readonly<Record<string, Paint>> = {
  coordinated: ['bold', 'red'],
  suspicious: ['bold', 'yellow'],
  organic: 'green',
  undecided: 'dim',
};

const BAR = 24;
const ERASE = '\r\u001b[2K';

/** Prints what happens, one line an event. */
export function openTerminal(out: NodeJS.WriteStream, span: Progress | undefined): Terminal {
  const levels = new Map<string, string>();
  const ages = new Map<string, string>();
  let tenth = -1;
  let status = '';
  let isOver = false;

  const paint = (style: Paint, text: string) =>
    out.isTTY ? styleText(style, text, { stream: out }) : text;
  const say = (line: string) => {
    out.write(status === '' ? `${line}\n` : `${ERASE}${line}\n${status}`);
  };
  const event = ({ atMs, burstId }: LogRecord['fields'], text: string) =>
    say(`${paint('dim', minute(Number(atMs)))}  ${hashtagOf(String(burstId)).padEnd(22)} ${text}`);

  const assessed = ({ fields }: LogRecord) => {
    const level = String(fields.verdict);
    if (levels.get(String(fields.burstId)) === level) return;
    levels.set(String(fields.burstId), level);
    const words = paint(LEVEL_PAINT[level] ?? 'dim', level.padEnd(12));
    event(fields, `${words} strength ${Number(fields.strength).toFixed(2)}, ${fields.posts} posts`);
  };
  const aged = ({ fields }: LogRecord) => {
    const words = ageWords(fields);
    // A replay has many watches, all as young as its files.
    if (span !== undefined || words === '' || ages.get(String(fields.watchId)) === words) return;
    ages.set(String(fields.watchId), words);
    say(`${hashtagOfWatch(String(fields.watchId)).padEnd(22)} ${paint('dim', words)}`);
  };
  const trouble = ({ level, message, fields, error }: LogRecord) => {
    if (level === 'info') return;
    const why = error instanceof Error ? `: ${error.message}` : '';
    const whose = fields.watchId ?? fields.list;
    const about = fields.reason === undefined ? '' : ` (${whose}: ${fields.reason})`;
    say(paint(level === 'error' ? 'red' : 'yellow', `${message}${about}${why}`));
  };
  const trend =
    (words: string) =>
    ({ fields }: LogRecord) => {
      const hashtag = hashtagOfWatch(String(fields.watchId)).padEnd(22);
      say(`${paint('dim', minute(Number(fields.atMs)))}  ${hashtag} ${words} ${fields.list}`);
    };
  const told: Readonly<Record<string, (record: LogRecord) => void>> = {
    'burst opened': ({ fields }) => event(fields, 'burst began'),
    'baseline aged': aged,
    'trend watched': trend('watched now: trends at'),
    'trend forgotten': trend('watched no more: found at'),
    'burst closed': ({ fields }) => event(fields, paint('dim', 'burst over')),
    'burst assessed': assessed,
  };
  const endProgress = () => {
    if (status !== '') out.write('\n');
    status = '';
  };
  return {
    say,
    endProgress,
    record: (record) => (told[record.message] ?? trouble)(record),
    message: (channel, text) => say(`${paint('bold', `ALERT by ${channel}`)}  ${text}`),
    progress(atMs) {
      if (span === undefined || isOver) return;
      const share = Math.min(1, (atMs - span.fromMs) / Math.max(1, span.toMs - span.fromMs));
      if (out.isTTY) {
        const filled = Math.round(share * BAR);
        status = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.round(share * 100)} %  ${minute(atMs)} UTC`;
        out.write(`${ERASE}${status}`);
        isOver = share === 1;
        if (isOver) endProgress();
      } else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        say(`${tenth * 10} %  ${minute(atMs)} UTC`);
      }
    },
  };
}

function hashtagOf(burstId: string): string {
  return hashtagOfWatch(parseBurstId(burstId)?.watchId ?? burstId);
}

function hashtagOfWatch(watchId: string): string {
  return `#${watchId.slice(watchId.indexOf(':') + 1)}`;
}
