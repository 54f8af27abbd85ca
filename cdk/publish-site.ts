import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteSettings } from './site-settings.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [outputs, page] = [at('cdk.out/outputs.json'), at('dashboard/dist')];

if (!existsSync(outputs)) stop('cdk.out/outputs.json is required: run `npm run deploy` first');
const { bucket, config, pageUrl } = siteSettings(JSON.parse(readFileSync(outputs, 'utf8')));
writeFileSync(`${page}/config.json`, `${JSON.stringify(config, null, 2)}\n`);

// Files that the page names by their hash go first, and stay: a reader may have an older page open.
sync(`${page}/assets`, `s3://${bucket}/assets`, 'public, max-age=31536000, immutable');
sync(page, `s3://${bucket}`, 'no-cache', '--exclude', 'assets/*');
console.log(`published: ${pageUrl}`);

function sync(from: string, to: string, cacheControl: string, ...more: readonly string[]): void {
  const { status, error } = spawnSync(
    'aws',
    ['s3', 'sync', from, to, '--cache-control', cacheControl, '--no-progress', ...more],
    { stdio: 'inherit' },
  );
  if (error !== undefined) stop('the AWS CLI is required (aws)');
  if (status !== 0) stop(`aws s3 sync ended with ${status}`);
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
