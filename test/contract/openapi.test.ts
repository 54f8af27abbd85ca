import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openapiDocument } from '../../functions/contract/openapi-document.ts';

const FILE = new URL('../../functions/contract/openapi.json', import.meta.url);

it('is written down as the schemas make it (npm run openapi)', () => {
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(openapiDocument())),
  );
});

it('leaves no reference open', () => {
  const document = openapiDocument();
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];

  expect(references.length).toBeGreaterThan(10);
  for (const [, name] of references) {
    expect(Object.keys(document.components?.schemas ?? {})).toContain(name);
  }
});
