import type { Attack } from './attack.ts';
import { edgeAttacks } from './standing-edge.ts';
import { httpAttacks } from './standing-http.ts';
import { inheritedAttacks } from './standing-inherited.ts';
import { joiningAttacks } from './standing-joining.ts';
import { linkAttacks } from './standing-links.ts';
import { messageAttacks } from './standing-messages.ts';
import { mutationAttacks } from './standing-mutations.ts';
import { roomAttacks } from './standing-rooms.ts';
import { socketAttacks } from './standing-sockets.ts';
import { storeAttacks } from './standing-store.ts';
import { updateAttacks } from './standing-updates.ts';
import { unreadAnswers } from './unread-answers.ts';

/** Attacks that stood before there were areas. */
export const attacks: readonly Attack[] = [
  ...updateAttacks,
  ...mutationAttacks,
  ...roomAttacks,
  ...socketAttacks,
  ...linkAttacks,
  ...httpAttacks,
  ...messageAttacks,
  ...edgeAttacks,
  ...unreadAnswers,
  ...storeAttacks,
  ...joiningAttacks,
  ...inheritedAttacks,
];
