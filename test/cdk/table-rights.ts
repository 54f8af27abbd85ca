import type { Template } from 'aws-cdk-lib/assertions';
import { propertiesOf } from './trial-stacks.ts';

/** Function by the name of the role that a policy hangs on. */
export const holderOf = (policyId: string) => policyId.split('Role')[0] ?? policyId;

/** What each function may do to which table or index: `{ Slack: ['Bursts: GetItem PutItem'] }`. */
export function tableRights(monitor: Template): Record<string, readonly string[]> {
  const rights: Record<string, string[]> = {};
  for (const [id, { PolicyDocument }] of Object.entries(propertiesOf(monitor, 'AWS::IAM::Policy')))
    for (const { Action, Resource } of PolicyDocument.Statement) {
      const actions = [Action].flat().filter((action) => action.startsWith('dynamodb:'));
      if (actions.length === 0) continue;
      const names = actions.map((action) => action.slice('dynamodb:'.length)).sort();
      const found = [Resource].flat().map((one) => `${tableOf(one)}: ${names.join(' ')}`);
      rights[holderOf(id)] = [...(rights[holderOf(id)] ?? []), ...found].sort();
    }
  return rights;
}

/** `Bursts/index/started` from an imported ARN and what is joined to it. */
function tableOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const table = /FnGetAtt(Watches|Baselines|Bursts|Posts)/.exec(text)?.[1] ?? text;
  return table + (/\/index\/\w+/.exec(text)?.[0] ?? '');
}
