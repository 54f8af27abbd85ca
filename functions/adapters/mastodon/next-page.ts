const NEXT = /<([^<>]*)>\s*(?:;[^,<]*?)?;\s*rel="?next"?/i;

/**
 * The id before which the next page of a timeline begins: of the `Link` header, or where a server
 * sends none (snac2) the last id of this page. Only the id is taken from the header: where to ask
 * is ours to know.
 *
 * @returns undefined after the last page
 */
export function nextPage(link: string | null, ids: readonly string[]): string | undefined {
  if (link === null) return ids.at(-1);
  const target = NEXT.exec(link)?.[1];
  if (target === undefined) return undefined;
  return URL.parse(target, 'https://any.invalid')?.searchParams.get('max_id') ?? ids.at(-1);
}
