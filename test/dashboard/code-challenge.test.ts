import { expect, it } from 'vitest';
import { codeChallenge, randomText } from '../../dashboard/code-challenge.ts';

it('gives the challenge of RFC 7636, appendix B', async () => {
  expect(await codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

it('makes a verifier of the length and letters that RFC 7636, 4.1 wants, each time another', () => {
  const made = Array.from({ length: 50 }, randomText);

  for (const one of made) expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(made).size).toBe(50);
});
