import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { StartParts } from '../../../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../../../src/hub-sides.ts';
import type { CountingRules } from '../../../../src/link/click/rules.ts';
import { linkHub, linkHubBy } from '../../../../src/link/hub/link-hub.ts';
import type { SharedLink } from '../../../../src/link/link.ts';
import { monthOf } from '../../../../src/workspace/room.ts';
import { aLink, CHROME } from '../../../attack/link.ts';
import { type Device, type Identity, tokenOf } from '../../../bench/device.ts';
import { TeamHub } from '../../hub/team.ts';
import { NAVIGATION } from '../click/requests.ts';

export { aLink, CHROME, TARGET } from '../../../attack/link.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A hub that counts clicks by other rules. */
export const countingBy = (rules: CountingRules): Partial<StartParts> => ({
  capabilities: HUB_CAPABILITIES.map((one) => (one.id === linkHub.id ? linkHubBy(rules) : one)),
});

/** A request as it is written here: nothing is tidied on the way. Each on a line of its own, unless lines are lent. */
export function get(
  team: TeamHub,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  agent: Agent | false = false,
): Promise<Answer> {
  const { port } = team.hub;
  return new Promise((resolve, reject) => {
    const sent = { host: `127.0.0.1:${port}`, 'user-agent': CHROME, ...NAVIGATION, ...headers };
    const asked = request({ port, path, headers: sent, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject).end();
  });
}

/** A member's own room of this month. */
export const ownRoom = (team: TeamHub, identity: Identity): Promise<Device> =>
  team.open(identity, `member/${identity.joined.member}/${monthOf(team.now)}`);

/** Declares a link; answered once the hub has it and leads there. It registers a link behind the answer to its device. */
export async function declare(team: TeamHub, room: Device, link: SharedLink): Promise<void> {
  room.doc.getMap('links').set(link.id, link);
  await team.answered(room);
  await team.hub.hub.service(linkHub).links.settled();
}

/** A hub with a member and links of theirs. */
export class LinkHub {
  readonly team: TeamHub;
  readonly bob: { identity: Identity; token: string };
  readonly link: SharedLink;
  readonly links: readonly SharedLink[];

  private constructor(
    team: TeamHub,
    bob: { identity: Identity; token: string },
    links: readonly [SharedLink, ...SharedLink[]],
  ) {
    this.team = team;
    this.bob = bob;
    this.link = links[0];
    this.links = links;
  }

  /** An open team: what came of a link is looked at by colleagues. `more`: links beside the one that is always there. */
  static async open(more = 0): Promise<LinkHub> {
    const team = await TeamHub.withAdmin({ mode: 'open', few: 5 });
    const bob = await team.join('member', 'Bob');
    const room = await ownRoom(team, bob.identity);
    const others = await Promise.all(Array.from({ length: more }, () => aLink()));
    const links = [await aLink(), ...others] as const;
    for (const link of links) await declare(team, room, link);
    team.closeDevices();
    return new LinkHub(team, bob, links);
  }

  /** A session of the link's owner: the ones of before end with a hub that stops. */
  signedIn(): Promise<string> {
    return tokenOf(this.team.hub.port, this.bob.identity);
  }

  async restart(parts: Partial<StartParts> = {}): Promise<void> {
    await this.team.stop();
    await this.team.start(this.team.folder, parts);
  }

  close(): Promise<void> {
    return this.team.close();
  }
}
