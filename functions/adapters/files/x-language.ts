/** X's own codes for "no language" (`und`, `zxx`, `qme`, `qst` …) say nothing. */
export function xLanguage(code: string | null | undefined): string | null {
  return code == null || code === '' || /^(und|zxx|q[a-t][a-z])$/.test(code) ? null : code;
}
