declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A server that behaves as DynamoDB does, without transactions, streams and time to live. */
  export default function dynalite(options?: {
    /** Folder to keep the tables in; in memory without it. */
    readonly path?: string;
    /** How long a table takes to be made, milliseconds. @default 500 */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
    /** @default 400 */
    readonly maxItemSizeKb?: number;
  }): Server;
}
