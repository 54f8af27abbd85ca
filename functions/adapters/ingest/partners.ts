import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { SettingsError } from '../../model/errors.ts';
import { PARTNER_NAME } from '../../model/partner-name.ts';
import { readSecret } from '../secrets/read-secret.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of a token, 64 hex digits');

/** The hash of each partner's token, or of several while a new one takes the place of an old one. */
const Partners = z.record(
  z.string().regex(PARTNER_NAME, 'must be a partner name'),
  z.union([Hash, z.array(Hash).min(1)]),
);
type Partners = z.infer<typeof Partners>;

/** A token that was withdrawn works no longer than this. */
const READ_AGAIN_MS = 5 * 60_000;

/** @returns the partner whose token it is; undefined for nobody's; null where there is no partner at all */
export type PartnerOf = (token: string, nowMs: number) => Promise<string | undefined | null>;

/**
 * Knows partners by their tokens, of which only hashes are kept.
 *
 * @param id as for `readSecret`, of a JSON object: partner names with SHA-256 hashes
 */
export function openPartners(id: string): PartnerOf {
  let known: { readonly partners: Partners; readonly readMs: number } | undefined;
  return async (token, nowMs) => {
    const isOld = known === undefined || Math.abs(nowMs - known.readMs) > READ_AGAIN_MS;
    if (known === undefined || isOld)
      known = { partners: parsePartners(await readSecret(id)), readMs: nowMs };
    return Object.keys(known.partners).length === 0 ? null : holderOf(token, known.partners);
  };
}

/** @throws {SettingsError} that says what is wrong, and no more of what is there */
function parsePartners(text: string): Partners {
  try {
    return Partners.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? `\n${z.prettifyError(cause)}` : '';
    throw new SettingsError(
      `the tokens of partners must be JSON such as {"newsroom":"<SHA-256 of its token, hex>"}${why}`,
    );
  }
}

/** Compares with every hash, whichever fits: how long it takes tells nothing. */
function holderOf(token: string, partners: Partners): string | undefined {
  const hash = createHash('sha256').update(token).digest();
  let holder: string | undefined;
  for (const [partner, hashes] of Object.entries(partners))
    for (const one of [hashes].flat())
      if (timingSafeEqual(hash, Buffer.from(one, 'hex'))) holder = partner;
  return holder;
}
