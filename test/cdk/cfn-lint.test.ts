import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { turfwatchStacks } from '../../cdk/turfwatch-stacks.ts';
import { EVERYTHING, noCode, trialApp } from './trial-stacks.ts';

const LINTER = 'cfn-lint';
const present = spawnSync(LINTER, ['--version']).status === 0;
if (!present)
  console.warn('cfn-lint tests skipped: cfn-lint (Python) is not installed on this machine');

describe.skipIf(!present)('cfn-lint', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'turfwatch-cfn-lint-'));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  it('finds nothing in the templates', () => {
    const app = trialApp(EVERYTHING, outdir);
    turfwatchStacks(app, noCode);
    app.synth();
    const templates = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));

    const { stdout, status } = lint(templates.map((file) => join(outdir, file)));

    expect(templates).toHaveLength(3);
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

/** W3005: CDK writes dependencies out that CloudFormation would also have found. */
function lint(files: readonly string[]) {
  return spawnSync(LINTER, ['--ignore-checks', 'W3005', '--', ...files], { encoding: 'utf8' });
}
