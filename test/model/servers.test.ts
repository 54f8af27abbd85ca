import { describe, expect, it } from 'vitest';
import { placeOf, serversOf } from '../../functions/model/servers.ts';

describe('the place of a watch on several servers', () => {
  it('is the same however they are written', () => {
    expect(placeOf(['two.example', 'One.example', 'TWO.example'])).toBe('one.example+two.example');
    expect(placeOf(['one.example'])).toBe('one.example');
  });

  it('tells the servers again', () => {
    expect(serversOf('one.example+two.example')).toEqual(['one.example', 'two.example']);
    expect(serversOf('one.example:8443')).toEqual(['one.example:8443']);
  });
});
