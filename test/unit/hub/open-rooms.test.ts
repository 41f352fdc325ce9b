import { expect, it } from 'vitest';
import { OpenRooms } from '../../../src/hub/sync/open-rooms.ts';

/** Opens so many rooms; how many a device got. */
const opened = (rooms: OpenRooms, device: number, count: number, isHere = false) =>
  Array.from({ length: count }, () => rooms.enter(device, isHere)).filter((seat) => seat !== null);

it('a device has hundreds of rooms open, and no more; another has as many', () => {
  const rooms = new OpenRooms();
  const seats = opened(rooms, 1, 600);
  expect([seats.length, opened(rooms, 2, 600).length]).toEqual([500, 500]);
  for (const seat of seats.slice(0, 3)) rooms.leave(1, seat);
  expect(opened(rooms, 1, 10)).toHaveLength(3);
});

it('a room that is left twice is one', () => {
  const rooms = new OpenRooms();
  const [seat = {}] = opened(rooms, 1, 500);
  rooms.leave(1, seat);
  rooms.leave(1, seat);
  expect(opened(rooms, 1, 10)).toHaveLength(1);
});

it('where thousands are empty, new ones are for who has few open', () => {
  const rooms = new OpenRooms();
  for (let n = 0; n < 5000; n += 1) rooms.loadedEmpty(`library/${n}`);
  expect([opened(rooms, 1, 600).length, opened(rooms, 1, 600, true).length]).toEqual([100, 400]);
  rooms.filled('library/7');
  expect(opened(rooms, 2, 600)).toHaveLength(500);
});
