import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readContext } from '../../cdk/context.ts';

const read = (context: Record<string, unknown>) => readContext(new App({ context }).node);

describe('readContext', () => {
  it.each`
    given                   | emails
    ${undefined}            | ${[]}
    ${''}                   | ${[]}
    ${'a@b.org'}            | ${['a@b.org']}
    ${' a@b.org , c@d.org'} | ${['a@b.org', 'c@d.org']}
  `('reads $given as $emails', ({ given, emails }) => {
    expect(read({ alertEmails: given }).alertEmails).toEqual(emails);
  });

  it('names every wrong value and what it must be', () => {
    const reading = () => read({ alertEmails: 'a@b.org,desk', slackLevels: 'organic' });

    expect(reading).toThrow(/must be an email address\s+→ at alertEmails\[1\]/);
    expect(reading).toThrow(/must be suspicious or coordinated\s+→ at slackLevels\[0\]/);
  });
});
