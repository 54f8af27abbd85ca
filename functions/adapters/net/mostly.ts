import * as z from 'zod';

/**
 * A list of which single items may be wrong: those are left out as long as most can be read, so that
 * nobody's post keeps us from the others. Where half of them are wrong it is not the items: then the
 * list is, and each is named by its place.
 */
export function mostly<Item extends z.ZodType>(item: Item) {
  return z.array(z.unknown()).transform((items, context): z.output<Item>[] => {
    const read = items.map((one) => item.safeParse(one));
    const good = read.flatMap(({ success, data }) => (success ? [data] : []));
    if (items.length === 0 || good.length > items.length / 2) return good;
    for (const [place, { error }] of read.entries())
      for (const { path, message } of error?.issues ?? [])
        context.addIssue({ code: 'custom', path: [place, ...path], message });
    return z.NEVER;
  });
}
