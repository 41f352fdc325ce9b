import { useEffect, useState } from 'preact/hooks';
import type { RoomMedium } from '../../../workspace/rooms/media/tables.ts';

/** Media up to this size load by themselves where shown; larger ones on request. */
export const UNASKED = 200_000;

type Bytes = Pick<RoomMedium, 'bytes' | 'type'>;

export const blobOf = ({ bytes, type }: Bytes) => new Blob([new Uint8Array(bytes)], { type });

/** An object URL for as long as it is shown. */
export function useAddress({ bytes, type }: Bytes): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blobOf({ bytes, type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
}
