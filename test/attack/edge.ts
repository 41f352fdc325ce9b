import type { Attack } from './attack.ts';
import { floodAttacks } from './edge-floods.ts';
import { networkAttacks } from './edge-networks.ts';
import { handshakeAttacks } from './edge-sockets.ts';
import { targetAttacks } from './edge-targets.ts';

/** Attacks on what stands between the hub and the network: connections, addresses, names, and what a line may ask for. */
export const attacks: readonly Attack[] = [
  ...floodAttacks,
  ...networkAttacks,
  ...handshakeAttacks,
  ...targetAttacks,
];
