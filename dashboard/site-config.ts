import * as z from 'zod';

/** What a deployment tells its page, in `config.json` beside index.html. Embedded there is none. */
const SiteConfig = z.object({
  /** Address of the API without a trailing slash; empty for the page's own origin. */
  api: z.string().default(''),
  /** Where people sign in (OAuth 2 code flow with PKCE); null where nobody has to. */
  signIn: z
    .object({ url: z.url(), clientId: z.string().min(1) })
    .nullable()
    .default(null),
});
export type SiteConfig = z.infer<typeof SiteConfig>;

/** A static host may answer a missing file with a page: only JSON counts. */
export async function loadSiteConfig(): Promise<SiteConfig> {
  const answer = await fetch('./config.json', { cache: 'no-cache' });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return SiteConfig.parse(answer.ok && isJson ? await answer.json() : {});
}
