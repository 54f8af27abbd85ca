import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Ledger } from '../ports/ledger.ts';

/** Where all that read a source at the same time know of each other. */
export type SharedState = {
  readonly client: DynamoDBDocumentClient;
  readonly burstsTable: string;
  readonly postsTable: string;
};

/** What a source that asks a network needs beside its own credentials. */
export type NetNeeds = {
  readonly ledger: Ledger;
  readonly random: () => number;
  readonly clock: () => number;
};
