import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildDashboard } from '../../dashboard/build.ts';
import { openApi } from './api-harness.ts';
import { openChromium } from './chromium.ts';
import { openPageServer } from './page-server.ts';

export type OpenPage = {
  browser: Browser;
  api: ReturnType<typeof openApi>;
  server: Awaited<ReturnType<typeof openPageServer>>;
  page: Page;
  /** What went wrong in the page's own code; a test that leaves any fails. */
  faults: string[];
};

/** The built dashboard in a browser, an API of its own for each test of the suite that calls this. */
export function usePage(): OpenPage {
  const on = {} as OpenPage;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turfwatch-page-'));
    await buildDashboard(folder);
    on.browser = await openChromium();
  });
  afterAll(async () => {
    await on.browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    on.api = openApi();
    on.server = await openPageServer(folder, on.api);
    on.page = await on.browser.newPage();
    on.faults = [];
    on.page.on('pageerror', (error) => on.faults.push(error.message));
  });
  afterEach(async () => {
    await on.page.close();
    await on.server.close();
    expect(on.faults).toEqual([]);
  });
  return on;
}
