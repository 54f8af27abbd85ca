const EVERY_MS = 200;

/** One line on a terminal that tells how far the work is; silent where nobody looks on. */
export function progressLine(stream: NodeJS.WriteStream) {
  let shownMs = 0;
  return {
    show(done: number, what: string): void {
      // The clock is asked now and then only: it would cost more than a post.
      if (!stream.isTTY || done % 16 !== 0) return;
      const nowMs = performance.now();
      if (nowMs - shownMs < EVERY_MS) return;
      shownMs = nowMs;
      stream.write(`\r\u001b[K${done.toLocaleString('en-GB')} ${what}`);
    },
    clear(): void {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
