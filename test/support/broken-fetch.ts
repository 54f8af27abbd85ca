/** The end of a process in the middle of a step. */
export class Crash extends Error {
  override name = 'Crash';
}

/**
 * A network between us and a real server that loses the request, the answer, or half of it, answers
 * in the server's stead, or keeps us waiting until we give up.
 *
 * @param fault in [0, 1) picks what goes wrong with the next request; undefined: nothing
 */
export function brokenFetch(fault: () => number | undefined): typeof fetch {
  return async (input, init) => {
    const wrong = fault();
    if (wrong === undefined) return fetch(input, init);
    if (wrong < 0.3) throw new TypeError('fetch failed');
    const answer = await fetch(input, init);
    const body = await answer.text();
    const { status, headers } = answer;
    if (wrong < 0.5) throw new TypeError('terminated');
    if (wrong < 0.7) return new Response(body.slice(0, body.length / 2), { status, headers });
    if (wrong < 0.9) return new Response('<h1>502</h1>', { status: 502 });
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  };
}

const READS = new Set(['get', 'load', 'read', 'volume', 'ofWatch', 'due', 'list', 'count']);

/** A store whose process may die before or after any of its writes. */
export function crashing<Port extends object>(port: Port, dies: () => boolean): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (typeof value !== 'function' || READS.has(String(key))) return value;
      return async (...args: unknown[]) => {
        if (dies()) throw new Crash(`died before ${String(key)}`);
        const done = await value.apply(target, args);
        if (dies()) throw new Crash(`died after ${String(key)}`);
        return done;
      };
    },
  });
}
