import { useEffect, useState } from 'preact/hooks';
import type { RoomMedium } from '../../../workspace/rooms/media/tables.ts';

/** Up to so many bytes come by themselves where they are shown; what is larger comes when somebody asks for it. */
export const UNASKED = 200_000;

type Bytes = Pick<RoomMedium, 'bytes' | 'type'>;

export const blobOf = ({ bytes, type }: Bytes) => new Blob([new Uint8Array(bytes)], { type });

/** A blob's address for as long as it is shown. */
export function useAddress({ bytes, type }: Bytes): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blobOf({ bytes, type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
}
