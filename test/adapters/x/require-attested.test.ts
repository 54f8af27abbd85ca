import { describe, expect, it } from 'vitest';
import { memorySpendStore } from '../../../functions/adapters/memory/spend-store.ts';
import { requireAttested } from '../../../functions/adapters/x/require-attested.ts';
import { xSource } from '../../../functions/adapters/x/x-source.ts';
import { SettingsError } from '../../../functions/model/errors.ts';

describe('the permission of X', () => {
  it.each([undefined, '', 'no', 'false', '0', 'yess', 'X_PERMISSION_ATTESTED'])(
    'is not attested by %j, and the error says why it is needed',
    (value) => {
      expect(() => requireAttested(value)).toThrow(SettingsError);
      expect(() => requireAttested(value)).toThrow(
        /forbid services that look for violations .* written permission; set X_PERMISSION_ATTESTED to yes/,
      );
    },
  );

  it.each(['yes', 'YES', ' true '])('is attested by %j', (value) => {
    expect(() => requireAttested(value)).not.toThrow();
  });
});

describe('xSource', () => {
  const options = {
    bearerToken: 'token',
    permissionAttested: true,
    monthlyBudgetUsd: 10,
    spent: memorySpendStore(),
  };

  it.each`
    without                   | differs                             | says
    ${'the permission'}       | ${{ permissionAttested: false }}    | ${/written permission/}
    ${'a token'}              | ${{ bearerToken: '' }}              | ${/X_BEARER_TOKEN requires printable/}
    ${'a token that is one'}  | ${{ bearerToken: 'a\r\nb: c' }}     | ${/X_BEARER_TOKEN requires printable/}
    ${'a budget'}             | ${{ monthlyBudgetUsd: 0 }}          | ${/budget of more than 0/}
    ${'a budget that is one'} | ${{ monthlyBudgetUsd: Number.NaN }} | ${/budget of more than 0/}
  `('does not open without $without', ({ differs, says }) => {
    expect(() => xSource({ ...options, ...differs })).toThrow(SettingsError);
    expect(() => xSource({ ...options, ...differs })).toThrow(says);
  });
});
