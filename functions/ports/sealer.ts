/**
 * Makes text unreadable that must be read again by us alone, under the deployment's key and for one purpose.
 * Equal texts are sealed alike, so that what is sealed can still be compared.
 */
export interface Sealer {
  /** Letters, digits, `-` and `_`. */
  seal(text: string): string;

  /** Undefined for what was not sealed with this key and for this purpose. */
  open(sealed: string): string | undefined;
}
