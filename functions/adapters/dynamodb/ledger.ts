import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Ledger, WindowChange } from '../../ports/ledger.ts';
import { ledgerAttribute, ledgerKey, ledgerTtl, readLedgerItem } from './ledger-item.ts';
import { type ItemUpdate, updateIf } from './update-if.ts';

/**
 * Keeps ledgers in the table of the bursts, an item a credential: a draw is one write of one unit, and
 * brings with it all that is known.
 */
export function dynamoLedger(client: DynamoDBDocumentClient, tableName: string): Ledger {
  const table = { client, name: tableName };

  async function update(credential: string, change: ItemUpdate) {
    const item = await updateIf(table, ledgerKey(credential), change);
    return item && readLedgerItem(item);
  }

  return {
    async read(credential) {
      const Key = ledgerKey(credential);
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key }));
      return readLedgerItem(Item ?? {});
    },

    draw: (credential, { allowance, requests, late, endsMs }) =>
      update(credential, {
        expression: 'SET #left = #left - :requests, #late = #late + :late',
        condition: endsMs === undefined ? 'attribute_exists(#window)' : '#window.endsMs = :endsMs',
        names: namesOf(allowance, 'left', 'late', 'window'),
        values: {
          ':requests': requests,
          ':late': late,
          ...(endsMs !== undefined && { ':endsMs': endsMs }),
        },
      }),

    replaceWindow: (credential, allowance, change) =>
      update(credential, windowUpdate(allowance, change)),

    async lower(credential, allowance, left, endsMs) {
      await update(credential, {
        expression: 'SET #left = :left',
        condition: '#window.endsMs = :endsMs AND #left > :left',
        names: namesOf(allowance, 'left', 'window'),
        values: { ':left': left, ':endsMs': endsMs },
      });
    },

    async setBreaker(credential, host, next, seen) {
      const done = await update(credential, {
        expression: next ? 'SET #breaker = :next, #ttl = :ttl' : 'REMOVE #breaker',
        condition: seen
          ? '#breaker.untilMs = :untilMs AND #breaker.failures = :failures'
          : 'attribute_not_exists(#breaker)',
        names: { '#breaker': ledgerAttribute.breaker(host), ...(next && { '#ttl': 'ttl' }) },
        values: {
          ...(next && { ':next': next, ':ttl': ledgerTtl(next.untilMs) }),
          ...(seen && { ':untilMs': seen.untilMs, ':failures': seen.failures }),
        },
      });
      return done !== undefined;
    },
  };
}

function windowUpdate(allowance: string, { window, left, seenEndsMs }: WindowChange): ItemUpdate {
  const isNew = seenEndsMs === undefined;
  const numbers = isNew || left !== undefined;
  return {
    expression: `SET #window = :window, #ttl = :ttl${numbers ? ', #left = :left, #late = :zero' : ''}`,
    condition: isNew ? 'attribute_not_exists(#window)' : '#window.endsMs = :seen',
    names: {
      ...namesOf(allowance, 'window', ...(numbers ? (['left', 'late'] as const) : [])),
      '#ttl': 'ttl',
    },
    values: {
      ':window': window,
      ':ttl': ledgerTtl(window.endsMs),
      ...(numbers && { ':left': left ?? 0, ':zero': 0 }),
      ...(!isNew && { ':seen': seenEndsMs }),
    },
  };
}

function namesOf(
  allowance: string,
  ...parts: readonly ('window' | 'left' | 'late')[]
): Record<string, string> {
  return Object.fromEntries(parts.map((part) => [`#${part}`, ledgerAttribute[part](allowance)]));
}
