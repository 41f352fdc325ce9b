import { roomsOf } from '../../../src/hub/capabilities.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';

/** Every kind of room of a hub, with its roots. */
export const ROOMS = roomsOf(HUB_CAPABILITIES);
