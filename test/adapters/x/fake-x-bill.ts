const DAY_MS = 86_400_000;

/** What X would charge, millionths of a US dollar. */
export type Bill = {
  total(): number;
  request(): void;
  post(id: string, nowMs: number): void;
  account(id: string, nowMs: number): void;
  trend(): void;
};

export function billOf(): Bill {
  let total = 0;
  const charged = new Set<string>();
  const once = (what: string, nowMs: number, price: number) => {
    const today = `${Math.floor(nowMs / DAY_MS)} ${what}`;
    if (!charged.has(today)) total += price;
    charged.add(today);
  };
  return {
    total: () => total,
    request() {
      total += 5_000;
    },
    post: (id, nowMs) => once(`post ${id}`, nowMs, 5_000),
    account: (id, nowMs) => once(`account ${id}`, nowMs, 10_000),
    trend() {
      total += 10_000;
    },
  };
}
