import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { runTurfwatch } from '../support/run-turfwatch.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('makes a token, another each time, with the hash that the monitor keeps', async () => {
  const [one, other] = await Promise.all([
    runTurfwatch(['token', 'newsroom', '--json']).finished,
    runTurfwatch(['token', 'newsroom', '--json']).finished,
  ]);
  const made = JSON.parse(one.stdout);

  expect(made).toEqual({ partner: 'newsroom', token: made.token, sha256: sha256(made.token) });
  expect(JSON.parse(other.stdout).token).not.toBe(made.token);
});

it('says which is for whom', async () => {
  const { stdout } = await runTurfwatch(['token', 'newsroom']).finished;
  const [, token = ''] = /for the partner {2}(\S+)/.exec(stdout) ?? [];

  expect(stdout).toContain(`for the monitor  {"newsroom":"${sha256(token)}"}`);
});

it('wants a name that can stand as the place of a watch', async () => {
  const { code, stderr } = await runTurfwatch(['token', 'News Room']).finished;

  expect(code).toBe(2);
  expect(stderr).toContain('lower-case letters, digits and hyphens');
});
