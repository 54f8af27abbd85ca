import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { FUNCTIONS } from './constructs/monitor-function.ts';
import { turfwatchStacks } from './turfwatch-stacks.ts';

const functionsFolder = fileURLToPath(new URL('../functions', import.meta.url));
const bundleFolder = mkdtempSync(join(tmpdir(), 'turfwatch-bundle-'));
try {
  const { folders } = await bundleFunctions(FUNCTIONS, functionsFolder, bundleFolder);
  const app = new App();
  turfwatchStacks(app, (name) => Code.fromAsset(folders[name]));
  app.synth();
} finally {
  rmSync(bundleFolder, { recursive: true, force: true });
}
