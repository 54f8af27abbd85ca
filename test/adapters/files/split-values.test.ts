import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitValues } from '../../../functions/adapters/files/split-values.ts';

async function split(text: string, size = 7) {
  const bytes = Buffer.from(text);
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const records = [];
  for await (const some of splitValues(chunks())) records.push(...some);
  return records;
}

const anyRecord = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue());

describe('splitValues', () => {
  it('cuts a list into its elements, however it is written and however it arrives', async () => {
    const indents = fc.constantFrom(0, 1, 4);
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord), indents, fc.nat(9), async (values, indent, size) => {
        const records = await split(JSON.stringify(values, null, indent), size + 1);

        expect(records.map(({ text }) => JSON.parse(text))).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      }),
    );
  });

  it('cuts values that stand one after another, and lists of them', async () => {
    const records = await split('\ufeff{"a": "]}\\""}\n[{"b": [1]}, 7]{"c":{}}\n  [ ]\n');

    expect(records).toEqual([
      { line: 1, text: '{"a": "]}\\""}' },
      { line: 2, text: '{"b": [1]}' },
      { line: 2, text: '7' },
      { line: 2, text: '{"c":{}}' },
    ]);
  });

  it.each([
    ['[{"a": 1}, {"b": ', 2],
    ['[{"a": 1},\n', 2],
  ])('tells an end that comes too early: %s', async (text, length) => {
    const records = await split(text);

    expect(records).toHaveLength(length);
    expect(records.at(-1)?.fault).toBe('an end in the middle of it');
  });

  it('gives one value too many as it stands', async () => {
    expect((await split('{}}')).map(({ text }) => text)).toEqual(['{}', '}']);
  });
});
