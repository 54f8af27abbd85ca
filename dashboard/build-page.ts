import { buildDashboard } from './build.ts';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('build-page requires the folder to build into');
await buildDashboard(outDir);
