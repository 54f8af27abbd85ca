import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { turfwatchStacks } from '../../cdk/turfwatch-stacks.ts';
import { EVERYTHING, noCode, trialApp } from './trial-stacks.ts';

function everything() {
  const app = trialApp(EVERYTHING);
  turfwatchStacks(app, noCode);
  return app;
}

describe('the rules of AWS Solutions', () => {
  it('find nothing that was not acknowledged', () => {
    const app = everything();

    const { violations } = new AwsSolutionsChecks(app).validateScope(app);

    expect(violations).toEqual([]);
  });

  it('find what was acknowledged, and no more: an acknowledgement that lost its cause must go', () => {
    const app = everything();
    const unforgiving = new AwsSolutionsChecks(app);
    Object.defineProperty(unforgiving, 'isAcknowledged', { value: () => false });

    const { violations } = unforgiving.validateScope(app);

    const found = Object.fromEntries(
      violations.map((one) => [one.ruleName, one.violatingResources.length]),
    );
    expect(found).toEqual({
      'AwsSolutions-APIG4': 2,
      'AwsSolutions-CFR1': 1,
      'AwsSolutions-CFR2': 1,
      'AwsSolutions-CFR3': 1,
      'AwsSolutions-CFR4': 1,
      'AwsSolutions-COG8': 1,
      'AwsSolutions-IAM5[Resource::*]': 7,
      'AwsSolutions-S1': 1,
      'AwsSolutions-SMG4': 3,
    });
  });

  it('are acknowledged with a reason a reader can weigh', () => {
    const reasons = everything()
      .node.findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));

    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(40);
  });
});
