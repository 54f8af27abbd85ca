import * as z from 'zod';
import { hashtagFault } from '../model/hashtag-fault.ts';

/** A hashtag as somebody types it, with or without `#`; it is kept in one spelling (`normaliseHashtag`). */
export const Hashtag = z
  .string()
  .max(200)
  .superRefine((text, { addIssue }) => {
    const message = hashtagFault(text);
    if (message !== undefined) addIssue({ code: 'custom', message, input: text });
  })
  .meta({ example: '#election2026' });
