import { describe, expect, it } from 'vitest';
import { fateOf } from '../../../src/hub/sync/message-filter.ts';
import { message, text } from '../../attack/sync-message.ts';

const of = (...parts: Parameters<typeof message>) => fateOf(Buffer.from(message(...parts)));

describe('a message over a socket', () => {
  it('passes where it is of the protocol', () => {
    expect(of('library/2026-11', 2, 0, text('x'.repeat(43)))).toBe('pass');
    expect(of('library/2026-11', 0, 0, Buffer.alloc(20_000))).toBe('pass');
    expect(of('library/2026-11', 0, 2, Buffer.alloc(1 << 20))).toBe('pass');
    expect(of('library/2026-11', 4, 1, Buffer.alloc(10))).toBe('pass');
    expect(of('team', 7, text('provider_initiated'))).toBe('pass');
  });

  it('is left alone where it means nothing here', () => {
    for (const kind of [1, 3, 5, 6, 8, 9, 10, 99]) expect([kind, of('team', kind)]).toEqual([kind, 'ignore']);
  });

  it('ends the socket where it is none, has a session in its name, or is larger than any honest one', () => {
    expect(fateOf(Buffer.alloc(0))).toBe('end');
    expect(fateOf(Buffer.from([255, 255, 255, 255]))).toBe('end');
    expect(of('team\0s1', 2, 0, text('x'))).toBe('end');
    expect(of('', 2, 0, text('x'))).toBe('end');
    expect(of('r'.repeat(201), 2, 0, text('x'))).toBe('end');
    expect(of('team', 0, 0, Buffer.alloc(200_000))).toBe('end');
    expect(of('team', 2, 0, Buffer.alloc(10_000, 97))).toBe('end');
    expect(of('library/２０２６-11', 2, 0, text('x'))).toBe('end');
    for (const name of ['constructor', '__proto__', 'toString'])
      expect([name, of(name, 2, 0, text('x'))]).toEqual([name, 'end']);
    const update = Buffer.from(message('team', 0, 2, Buffer.alloc(9)));
    for (const bent of [update.subarray(0, -1), Buffer.concat([update, Buffer.alloc(1)])])
      expect(fateOf(bent)).toBe('end');
    expect(of('team', 0, 3, Buffer.alloc(9))).toBe('end');
  });
});
