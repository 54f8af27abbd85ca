/** The largest number of eight significant binary digits that a single-precision value holds. */
const LARGEST = 255 * 2 ** 120;

/**
 * What is kept of an expected count: eight significant binary digits, which is within 0.4 %.
 * A volume chunk whose expected counts are all rounded so is stored in two bytes a bucket;
 * others are kept exactly as well, in up to eight.
 *
 * @param posts >= 0, a number; above 3.4e38 it is cut
 * @example roundExpected(1234.5) // 1232
 */
export function roundExpected(posts: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, Math.min(posts, LARGEST));
  view.setUint32(0, (view.getUint32(0) + 0x8000) & 0xffff0000);
  return view.getFloat32(0);
}
