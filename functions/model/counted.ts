const NUMBER = new Intl.NumberFormat('en-GB');

/**
 * So many of something, as a message tells it.
 *
 * @param noun one whose plural ends in -s
 * @example counted(1204, 'post') // '1,204 posts'
 */
export function counted(count: number, noun: string): string {
  return `${NUMBER.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
