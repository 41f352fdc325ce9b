import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../../src/app/declared.ts';
import {
  deviceOfClient,
  isOpened,
  mayRead,
  mayWrite,
  monthOf,
  RANGE,
  type Role,
  roomNamed,
} from '../../../src/workspace/room.ts';

const named = (name: string) => {
  const found = roomNamed(ROOMS, name);
  if (!found) throw new Error(`no room ${name}`);
  return found;
};
const ROLES: readonly Role[] = ['admin', 'manager', 'member', 'viewer'];
const writersOf = (name: string, member: string) =>
  ROLES.filter((role) => mayWrite(named(name), { member, role }));
const readersOf = (name: string, member: string) =>
  ROLES.filter((role) => mayRead(named(name), { member, role }));

describe('rooms', () => {
  it.each([
    ['team', 'ann', []],
    ['results/2026-11', 'ann', []],
    ['board', 'ann', ['admin', 'manager']],
    ['library/2026-11', 'ann', ['admin', 'manager', 'member']],
    ['member/ann/2026-11', 'ann', ['admin', 'manager', 'member']],
    ['member/ann/2026-11', 'bob', []],
  ])('%s is written by one class only, here %s', (name, member, roles) => {
    expect(writersOf(name, member)).toEqual(roles);
  });

  it('of every kind are among these', () => {
    expect(ROOMS.map(({ kind }) => kind).sort()).toEqual(['board', 'library', 'member', 'results', 'team']);
  });

  it.each(['team', 'board', 'library/2026-11', 'results/2026-11'])('%s is read by every member', (name) => {
    expect(readersOf(name, 'ann')).toEqual(ROLES);
  });

  it("a member's own room is read by them alone, not by an admin", () => {
    expect(readersOf('member/ann/2026-11', 'ann')).toEqual(ROLES);
    expect(readersOf('member/ann/2026-11', 'bob')).toEqual([]);
  });

  it('of the hub is written by nobody, though it may have an owner', () => {
    const own = named('member/ann/2026-11');
    const ofHub = { ...own, declaration: { ...own.declaration, writes: 'hub' as const } };
    expect(ROLES.filter((role) => mayWrite(ofHub, { member: 'ann', role }))).toEqual([]);
  });

  it('goes on in parts, which are written and read as the first is', () => {
    const name = 'member/ann/2026-11/2';
    expect(named(name)).toMatchObject({ name, part: 2, owner: 'ann', month: '2026-11' });
    expect([writersOf(name, 'bob'), readersOf(name, 'bob')]).toEqual([[], []]);
    expect(readersOf(name, 'ann')).toEqual(ROLES);
  });

  it.each([
    '',
    'teams',
    'team/',
    'team\0s1',
    'team\n',
    'library',
    'library/2026-13',
    'library/2026-11/',
    'library/2026-11\n',
    'library/../team',
    'library/2026-11/1',
    'library/2026-11/02',
    'library/2026-11/100',
    'library/2026-11/2/2',
    'team/2',
    'results/2026-11/2',
    'library/２０２６-11',
    'member/2026-11',
    'member//2026-11',
    'member/a b/2026-11',
    '__proto__',
    'constructor/2026-11',
  ])('there is no room %j', (name) => {
    expect(roomNamed(ROOMS, name)).toBeNull();
  });

  it('knows months in UTC, up to tomorrow', () => {
    expect(monthOf(Date.UTC(2026, 11, 31, 23, 59))).toBe('2026-12');
    const now = Date.UTC(2026, 10, 30, 12);
    expect(isOpened(named('library/2026-12'), now)).toBe(true);
    expect(isOpened(named('library/2027-01'), now)).toBe(false);
    expect(isOpened(named('library/2025-01'), now)).toBe(true);
    expect(isOpened(named('board'), now)).toBe(true);
    const dayBefore = Date.UTC(2026, 10, 30);
    expect([dayBefore, dayBefore - 1].map((at) => isOpened(named('library/2026-12'), at))).toEqual([
      true,
      false,
    ]);
  });

  it('hold the author of each item in its client id, by ranges that never change', () => {
    expect(RANGE).toBe(1_048_576);
    expect([0, RANGE - 1, RANGE, 3 * RANGE + 5].map(deviceOfClient)).toEqual([0, 0, 1, 3]);
  });
});
