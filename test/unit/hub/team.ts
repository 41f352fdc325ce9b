import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HubSettings } from '../../../src/hub/settings.ts';
import { type Running, type StartParts, startHub } from '../../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import type { FiguresChoice } from '../../../src/team/figures.ts';
import type { InviteAsk, JoinAsk } from '../../../src/team/hub-api.ts';
import type { Role } from '../../../src/workspace/room.ts';
import {
  type Device,
  type Identity,
  inviteIn,
  joinAs,
  makeInvite,
  openRoom,
  post,
  tokenOf,
} from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { anyItems } from './any-items.ts';

/** A real hub on a folder of its own, and people who join it as devices do. */
export class TeamHub {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  /** The hub's clock, ms: a test turns it. */
  now = Date.UTC(2026, 10, 27, 9);
  /** How the hub is set beside what every test takes. */
  set: Partial<HubSettings> = {};
  running: Running | null = null;
  private readonly devices: Device[] = [];
  admin: { identity: Identity; token: string } | null = null;

  async start(folder = this.folder, parts: Partial<StartParts> = {}): Promise<Running> {
    this.folder = folder;
    const settings = {
      host: '127.0.0.1',
      port: 0,
      folder,
      address: 'http://127.0.0.1:0',

      ...this.set,
    };
    this.running = await startHub(settings, () => undefined, {
      capabilities: anyItems(HUB_CAPABILITIES),
      now: () => this.now,
      ...parts,
    });
    return this.running;
  }

  /** Starts with an admin; `figures`: how they want the team's published; `set`: how the hub is set. */
  static async withAdmin(
    figures?: FiguresChoice,
    set: Partial<HubSettings> = {},
    parts: Partial<StartParts> = {},
  ): Promise<TeamHub> {
    const team = new TeamHub();
    team.set = set;
    const { admin, port } = await team.start(undefined, parts);
    const identity = await joinAs(port, inviteIn(admin ?? ''), 'Ann', { figures });
    team.admin = { identity, token: await tokenOf(port, identity) };
    return team;
  }

  get hub(): Running {
    if (!this.running) throw new Error('the hub is not running');
    return this.running;
  }

  get token(): string {
    return this.admin?.token ?? '';
  }

  /** A new session of the admin's. */
  async signedIn(): Promise<string> {
    if (!this.admin) throw new Error('there is no admin');
    return tokenOf(this.hub.port, this.admin.identity);
  }

  ask(path: string, body: unknown, token = this.token): Promise<unknown> {
    return post(this.hub.port, path, body, token);
  }

  invite(role: Role, uses = 1): Promise<InviteAsk> {
    return makeInvite(this.hub.port, this.token, { role, uses, days: 7 });
  }

  async join(
    role: Role,
    name: string,
    asked: Partial<JoinAsk> = {},
  ): Promise<{ identity: Identity; token: string }> {
    const identity = await joinAs(this.hub.port, await this.invite(role), name, asked);
    return { identity, token: await tokenOf(this.hub.port, identity) };
  }

  /** A device with a room open, in step with the hub; `held`: what it has of it already. Closed with the team. */
  async open(identity: Identity, room: string, held?: Uint8Array): Promise<Device> {
    const token = () => tokenOf(this.hub.port, identity);
    const device = openRoom(this.hub.port, room, identity.joined.device, token, held);
    this.devices.push(device);
    await eventually(() => expect(device.provider.synced).toBe(true));
    return device;
  }

  /** All that a device wrote is answered. */
  answered({ provider }: Device): Promise<void> {
    return eventually(() => expect(provider.hasUnsyncedChanges).toBe(false));
  }

  closeDevices(): void {
    for (const one of this.devices.splice(0)) one.close();
  }

  /** Whether some file of the folder holds these words. */
  holds(words: string, folder = this.folder): boolean {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    return files.some(
      (file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(words),
    );
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = null;
  }

  async close(): Promise<void> {
    this.closeDevices();
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
