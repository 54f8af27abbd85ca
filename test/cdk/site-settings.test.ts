import { afterEach, describe, expect, it, vi } from 'vitest';
import { siteSettings } from '../../cdk/site-settings.ts';
import { loadSiteConfig } from '../../dashboard/site-config.ts';
import { EVERYTHING, trialTemplates } from './trial-stacks.ts';

const outputs = {
  TurfwatchDashboard: { PageUrl: 'https://d1.cloudfront.net', SiteBucket: 'site-bucket' },
  TurfwatchMonitor: {
    ApiUrl: 'https://a1.execute-api.eu-central-1.amazonaws.com',
    SignInUrl: 'https://turfwatch-1.auth.eu-central-1.amazoncognito.com',
    SignInClient: 'client-1',
  },
};

describe('siteSettings', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives the page a config.json that it reads', async () => {
    const { config } = siteSettings(outputs);
    vi.stubGlobal('fetch', async () => Response.json(config));

    expect(await loadSiteConfig()).toEqual({
      api: outputs.TurfwatchMonitor.ApiUrl,
      signIn: { url: outputs.TurfwatchMonitor.SignInUrl, clientId: 'client-1' },
    });
  });

  it('asks for outputs that the stacks have', () => {
    const { dashboard, monitor } = trialTemplates(EVERYTHING);

    for (const [template, names] of [
      [dashboard, outputs.TurfwatchDashboard],
      [monitor, outputs.TurfwatchMonitor],
    ] as const)
      for (const name of Object.keys(names))
        expect(template.findOutputs(name)).toHaveProperty(name);
  });

  it('names what is missing', () => {
    expect(() => siteSettings({ TurfwatchDashboard: outputs.TurfwatchDashboard })).toThrow(
      'TurfwatchMonitor',
    );
  });
});
