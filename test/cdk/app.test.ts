import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../cdk/constructs/monitor-function.ts';

const app = fileURLToPath(new URL('../../cdk/app.ts', import.meta.url));
const outdir = mkdtempSync(join(tmpdir(), 'turfwatch-app-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('cdk/app.ts', () => {
  it('makes the assembly with the code of every function, without account or region', () => {
    const { status, stderr } = run({});
    const assets = readdirSync(outdir).filter((name) => name.startsWith('asset.'));
    const packed = assets.flatMap((asset) => readdirSync(join(outdir, asset)));

    expect(status, stderr).toBe(0);
    for (const name of FUNCTIONS) expect(packed).toContain(`${name}.mjs`);
    expect(assets).toHaveLength(FUNCTIONS.length);
    expect(existsSync(join(outdir, 'cdk.context.json'))).toBe(false);
    expect(readFileSync(join(outdir, 'manifest.json'), 'utf8')).toContain(
      'aws://unknown-account/unknown-region',
    );
  });

  it('ends with a clear fault for a wrong context', () => {
    const { status, stderr } = run({ alertEmails: 'nobody' });

    expect(status).toBe(1);
    expect(stderr).toMatch(/context is wrong\s+✖ must be an email address\s+→ at alertEmails\[0\]/);
  });
});

/** The app as the CDK command line starts it. */
function run(context: Record<string, string>) {
  return spawnSync(process.execPath, [app], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: outdir,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
    },
  });
}
