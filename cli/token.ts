import { createHash } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { PARTNER_NAME } from '../functions/model/partner-name.ts';
import { newToken } from '../local/new-token.ts';

const WHAT_FOR = `
The partner sends the token with each batch; the monitor keeps the hash alone.
docs/sources.md#ingest says where the hash goes. The token is shown once and kept nowhere.

Example:
  $ turfwatch token newsroom`;

export function tokenCommand(): Command {
  return new Command('token')
    .description('make the token with which a partner hands in posts')
    .argument('<partner>', 'name of the partner, the place of its watches', partner)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', WHAT_FOR)
    .action(makeToken);
}

function makeToken(name: string, { json }: { readonly json: boolean }): void {
  const token = newToken();
  const sha256 = createHash('sha256').update(token).digest('hex');
  console.log(
    json
      ? JSON.stringify({ partner: name, token, sha256 })
      : `for the partner  ${token}\nfor the monitor  ${JSON.stringify({ [name]: sha256 })}`,
  );
}

function partner(text: string): string {
  if (PARTNER_NAME.test(text)) return text;
  throw new InvalidArgumentError(
    'Must be up to 40 lower-case letters, digits and hyphens, such as newsroom.',
  );
}
