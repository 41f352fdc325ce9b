import type { Workspace } from '../../../src/workspace/open.ts';
import { nextClientId } from '../../../src/workspace/rooms/client-id.ts';
import { cut } from '../../../src/workspace/rooms/cut.ts';
import type { Entry } from '../../../src/workspace/rooms/edit.ts';
import { replicas, sent, sentId } from '../../../src/workspace/rooms/tables.ts';
import { type Edit, OldReplica } from './replica.ts';

/** Rooms as they were before each had a database of its own: opened and written as then. The yardstick of the bench. */
export class OldRooms {
  private readonly workspace: Workspace;
  private readonly device: number;
  private readonly channel: BroadcastChannel;
  private readonly open = new Map<string, OldReplica>();
  private client: Promise<number> | null = null;

  constructor(workspace: Workspace, device: number) {
    this.workspace = workspace;
    this.device = device;
    this.channel = new BroadcastChannel(`${workspace.diary.name}-rooms`);
  }

  room(name: string): OldReplica {
    const known = this.open.get(name);
    if (known) return known;
    const replica = new OldReplica(this.workspace, name);
    this.open.set(name, replica);
    this.channel.postMessage({ wants: name });
    return replica;
  }

  async putAll(name: string, root: string, entries: readonly Entry[]): Promise<void> {
    this.client ??= nextClientId(this.workspace, this.device);
    const client = await this.client;
    await this.room(name).ready;
    const edits = cut(entries).map((some) => this.room(name).set(root, some, client));
    await this.workspace.together([replicas, sent], async () => {
      for (const edit of edits) if (edit) await this.add(name, root, edit, client);
    });
    for (const edit of edits) if (edit) this.channel.postMessage({ room: name, update: edit.update });
  }

  private async add(room: string, root: string, { update, clock, fresh }: Edit, client: number) {
    await this.workspace.put(replicas, { room, update });
    for (const { key, value } of fresh) {
      const id = sentId(room, root, key);
      const row = { id, room, root, key, value, client, clock, at: Date.now() };
      await this.workspace.put(sent, { ...row, state: 'waiting', sent: 0, reason: '' });
    }
  }

  close(): void {
    this.channel.close();
    for (const replica of this.open.values()) replica.doc.destroy();
    this.open.clear();
  }
}
