import type { Workspace } from '../workspace/open.ts';
import { deviceKey, isSignedBy } from './device-key.ts';
import { Challenge, type Refused, removalWords, Session, sessionWords } from './hub-api.ts';
import { askHub, type HubAnswer } from './hub-client.ts';
import { forgetTeam } from './leave.ts';
import { changeMembership, type Membership, readMembership } from './membership.ts';

/** A session this near to its end is renewed, ms. */
const NEAR = 60_000;

/** The sessions of this device with its hub. */
export class TeamSessions {
  private readonly workspace: Workspace;
  private open: { session: Session; until: number } | null = null;
  private asking: Promise<HubAnswer<Session>> | null = null;
  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** A valid session. Concurrent callers share one request. */
  async session(): Promise<HubAnswer<Session>> {
    if (this.open && this.open.until > Date.now() + NEAR) return { ok: true, value: this.open.session };
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  end(): void {
    this.open = null;
  }

  private async ask(): Promise<HubAnswer<Session>> {
    const member = await readMembership(this.workspace);
    if (!member) return { ok: false, reason: 'session' };
    const answer = await signIn(this.workspace, member);
    if (answer.ok) {
      this.open = { session: answer.value, until: Date.now() + answer.value.lasts };
      const { role, links } = answer.value;
      if (role !== member.role || links !== member.links)
        await changeMembership(this.workspace, (before) => ({ ...before, role, links }));
    } else if (answer.refused?.removal && (await isRemoval(member, answer.refused))) {
      await forgetTeam(this.workspace, 'removed');
    }
    return answer;
  }
}

async function signIn(workspace: Workspace, member: Membership): Promise<HubAnswer<Session>> {
  const { address, hub, device } = member;
  const challenge = await askHub(address, '/api/session/challenge', { device }, Challenge);
  if (!challenge.ok) return challenge;
  const { nonce } = challenge.value;
  const signature = await (await deviceKey(workspace)).sign(sessionWords(hub, device, nonce));
  return askHub(address, '/api/session', { device, nonce, signature }, Session);
}

/** Whether our own hub signed the removal of exactly this device. Nothing else makes it delete the team's data. */
async function isRemoval({ hub, hubKey, device }: Membership, { removal }: Refused): Promise<boolean> {
  if (removal?.hub !== hub || removal.device !== device) return false;
  return isSignedBy(hubKey, removalWords(removal), removal.signature);
}
