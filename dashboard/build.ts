import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the page into `outDir`, which it empties first. @throws if the page does not build */
export async function buildDashboard(outDir: string): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { outDir },
  });
}
