import * as Y from 'yjs';
import { deviceOfClient } from '../room.ts';
import { wholeOf } from './parts.ts';
import { sentId } from './tables.ts';

const isOf = (device: number, client: number | undefined): boolean =>
  client !== undefined && deviceOfClient(client) === device;

/** Items that another device wrote over: their rows, if they have any, are theirs to put again. */
export function overwritten(room: string, { changed }: Y.Transaction, device: number): string[] {
  return [...changed].flatMap(([type, keys]) => {
    const root = Y.findRootTypeKey(type);
    const others = [...keys].filter((key) => key !== null && !isOf(device, type._map.get(key)?.id.client));
    return others.map((key) => sentId(wholeOf(room), root, String(key)));
  });
}
