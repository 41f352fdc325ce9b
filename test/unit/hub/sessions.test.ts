import { expect, it } from 'vitest';
import { Sessions } from '../../../src/hub/people/sessions.ts';

const MINUTE = 60_000;

it('ends a device’s oldest sessions where it opens thousands, and nobody else’s', () => {
  const sessions = new Sessions(() => 0);
  const colleague = sessions.open(2).token;
  const tokens = Array.from({ length: 3000 }, () => sessions.open(1).token);
  expect(tokens.filter((token) => sessions.deviceOf(token) === 1)).toEqual(tokens.slice(-1000));
  expect(sessions.deviceOf(colleague)).toBe(2);
  sessions.end(1);
  expect(tokens.some((token) => sessions.deviceOf(token) !== null)).toBe(false);
  expect(sessions.deviceOf(colleague)).toBe(2);
});

it('forgets expired sessions, and leaves those that are not', () => {
  let now = 0;
  const sessions = new Sessions(() => now);
  const first = sessions.open(1).token;
  now = 6 * MINUTE;
  const second = sessions.open(1).token;
  now = 11 * MINUTE;
  const third = sessions.open(2).token;
  expect([first, second, third].map((token) => sessions.deviceOf(token))).toEqual([null, 1, 2]);
});
