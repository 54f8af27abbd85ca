import * as z from 'zod';
import { normaliseHashtag } from '../model/hashtag.ts';

const ONE_WORD = /^[^\s#＃/@?&%:]+$/u;

/** A hashtag as somebody types it, with or without `#`; comes out in the one spelling we keep. */
export const Hashtag = z
  .string()
  .max(200)
  .refine((text) => ONE_WORD.test(normaliseHashtag(text)), {
    error: 'must be one hashtag: a word, with or without #, without spaces or any of / @ ? & % :',
  })
  .meta({ example: '#election2026' });
