import * as z from 'zod';

/** What `npm run deploy` leaves in cdk.out/outputs.json. */
const Outputs = z.object({
  TurfwatchDashboard: z.object({ PageUrl: z.url(), SiteBucket: z.string().min(3) }),
  TurfwatchMonitor: z.object({
    ApiUrl: z.url(),
    SignInUrl: z.url(),
    SignInClient: z.string().min(1),
  }),
});

export type SiteSettings = {
  readonly pageUrl: string;
  readonly bucket: string;
  /** What the page reads from config.json: where the API is, and where people sign in. */
  readonly config: {
    readonly api: string;
    readonly signIn: { readonly url: string; readonly clientId: string };
  };
};

/** @throws if an output is missing, naming it */
export function siteSettings(outputs: unknown): SiteSettings {
  const parsed = Outputs.safeParse(outputs);
  if (!parsed.success)
    throw new Error(
      `outputs of a whole deployment are required\n${z.prettifyError(parsed.error)}`,
      { cause: parsed.error },
    );
  const { TurfwatchDashboard: dashboard, TurfwatchMonitor: monitor } = parsed.data;
  return {
    pageUrl: dashboard.PageUrl,
    bucket: dashboard.SiteBucket,
    config: {
      api: monitor.ApiUrl,
      signIn: { url: monitor.SignInUrl, clientId: monitor.SignInClient },
    },
  };
}
