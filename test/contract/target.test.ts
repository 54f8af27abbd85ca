import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TARGET_FIELDS } from '../../functions/contract/target.ts';

const Target = z.object(TARGET_FIELDS);
const read = (place: unknown) =>
  Target.safeParse({ source: 'mastodon', hashtag: 'cityrun', place });
const faultOf = (place: unknown) => read(place).error?.issues[0]?.message;

describe('the place of a watch', () => {
  it('is a server, or several in one spelling', () => {
    expect(read('Mastodon.Social').data?.place).toBe('mastodon.social');
    expect(read('two.example+One.example+two.example').data?.place).toBe('one.example+two.example');
    expect(read(null).data?.place).toBe(null);
  });

  it.each([
    '',
    '+',
    'one.example+',
    'one.example++two.example',
    'one.example two.example',
    'one.example+localhost',
    'one.example+10.0.0.1',
    'one.example+printer.lan',
    'one.example+[::1]',
    'one.example+two.example/path',
    'one.example+user@two.example',
  ])('is none with %j: each server must be public', (place) => {
    expect(faultOf(place)).toMatch(/^must be the public host name of a server/);
  });

  it('is of five servers at most', () => {
    const servers = (count: number) =>
      Array.from({ length: count }, (_, i) => `s${i}.example`).join('+');

    expect(read(servers(5)).success).toBe(true);
    expect(faultOf(servers(6))).toBe('must name 5 servers at most');
    expect(read(`${'a'.repeat(2_000)}.example`).success).toBe(false);
  });
});
