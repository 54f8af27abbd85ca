import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, or that of `TURFWATCH_CHROMIUM`; undefined where there is none. */
const CHROMIUM = [process.env.TURFWATCH_CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** In CI a missing browser is a failure; elsewhere the tests that need one say that they were skipped. */
export const WITHOUT_CHROMIUM = CHROMIUM === undefined && process.env.CI !== 'true';

if (WITHOUT_CHROMIUM)
  console.warn('no Chromium found: the tests of the page in a browser are skipped');

export async function openChromium() {
  if (CHROMIUM === undefined)
    throw new Error('the tests of the page need Chromium (apt-get install chromium)');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
