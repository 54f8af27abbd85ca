/** S a string, N a number, B bytes. */
export type TableKey = { readonly name: string; readonly type: 'S' | 'N' | 'B' };

type TableIndex = {
  readonly name: string;
  readonly partitionKey: TableKey;
  readonly sortKey?: TableKey;
  readonly projection: 'ALL' | 'KEYS_ONLY';
};

export type TableDefinition = {
  readonly partitionKey: TableKey;
  readonly sortKey?: TableKey;
  readonly indexes: readonly TableIndex[];
  /** Attribute that holds the end of an item's life, epoch seconds. */
  readonly ttl?: string;
};

/**
 * The tables as data: the stacks, the embedded runtime and the tests make theirs from this one list.
 * An item without the keys of an index is not in it, and so costs nothing there.
 */
export const TABLES = {
  watches: {
    partitionKey: { name: 'watchId', type: 'S' },
    indexes: [
      {
        /** A paused watch has no slot. */
        name: 'due',
        partitionKey: { name: 'slot', type: 'S' },
        sortKey: { name: 'watchId', type: 'S' },
        projection: 'ALL',
      },
      {
        /** All watches in the order of their names. A watch is written when it changes, not when it is polled. */
        name: 'all',
        partitionKey: { name: 'kind', type: 'S' },
        sortKey: { name: 'watchId', type: 'S' },
        projection: 'ALL',
      },
    ],
  },
  baselines: {
    partitionKey: { name: 'watchId', type: 'S' },
    /** `state`, or `volume#` and the ISO start of a completed chunk. */
    sortKey: { name: 'part', type: 'S' },
    indexes: [],
  },
  /** Checks live here too, as `check#<id>` at 0, and weeks of known events: they end with `ttl`, bursts do not. */
  bursts: {
    partitionKey: { name: 'watchId', type: 'S' },
    sortKey: { name: 'startMs', type: 'N' },
    ttl: 'ttl',
    indexes: [
      {
        /** Bursts in the order of their start. One partition: a name for each day would spread no write either. */
        name: 'started',
        partitionKey: { name: 'kind', type: 'S' },
        sortKey: { name: 'startMs', type: 'N' },
        projection: 'ALL',
      },
      {
        /** Only bursts whose alert has not been sent. */
        name: 'pending',
        partitionKey: { name: 'pending', type: 'S' },
        sortKey: { name: 'raisedMs', type: 'N' },
        projection: 'ALL',
      },
    ],
  },
  posts: {
    partitionKey: { name: 'burstId', type: 'S' },
    /** `seen#` or `gone#`, the poll in milliseconds, and the number of the item within the poll. */
    sortKey: { name: 'part', type: 'S' },
    ttl: 'ttl',
    indexes: [],
  },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;
