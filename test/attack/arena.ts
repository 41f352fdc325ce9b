import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stage } from '../e2e/stage.ts';
import type { HubSetup, Target } from './attack.ts';
import { HubUnderAttack } from './hub.ts';
import type { Probe } from './probe.ts';

/** Where attacks are run: hubs that are started and probed, one browser, and what is cleared away after each attack. */
export class Arena {
  private readonly probe: Probe;
  private readonly shared = new Map<string, HubUnderAttack>();
  private opening: Promise<Stage> | null = null;
  private hubs: HubUnderAttack[] = [];
  private cleaning: (() => unknown)[] = [];

  constructor(probe: Probe) {
    this.probe = probe;
  }

  /** What an attack has at hand; `area`: with whom it shares. */
  target(area: string): Target {
    return {
      hub: (setup = {}) => this.start(setup, (close) => this.cleaning.push(close)),
      shared: (setup = {}) => this.sharedHub(`${area} ${JSON.stringify(setup)}`, setup),
      stage: () => this.stage(),
      folder: () => this.folder(),
      after: (clean) => this.cleaning.push(clean),
    };
  }

  /** Clears away after an attack; a sentence where one of its hubs ended by itself. */
  async over(): Promise<string | null> {
    const ended = this.hubs.find(({ process }) => process.ended && !process.wasEnded);
    for (const clean of this.cleaning.splice(0).reverse()) await clean();
    for (const [key, hub] of this.shared) {
      hub.sweep();
      if (hub.process.ended) this.shared.delete(key);
    }
    this.hubs = [...this.shared.values()];
    if (!ended) return null;
    return `the hub's process ended by itself: ${ended.process.errors.slice(-500)}`;
  }

  /** Closes what the attacks of an area shared. */
  async areaOver(): Promise<void> {
    for (const [key, hub] of this.shared) {
      this.shared.delete(key);
      await this.closed(hub, true);
    }
    this.hubs = [];
  }

  async close(): Promise<void> {
    await this.areaOver();
    await (await this.opening)?.close();
  }

  private async sharedHub(key: string, setup: HubSetup): Promise<HubUnderAttack> {
    const there = this.shared.get(key);
    if (there) return there;
    const hub = await this.start(setup, () => undefined);
    this.shared.set(key, hub);
    return hub;
  }

  private async start(setup: HubSetup, later: (close: () => unknown) => unknown): Promise<HubUnderAttack> {
    const folder = setup.folder ?? mkdtempSync(join(tmpdir(), 'attack-hub-'));
    const hub = await HubUnderAttack.start(folder, setup).catch((error: unknown) => {
      if (!setup.folder) rmSync(folder, { recursive: true, force: true });
      throw error;
    });
    this.hubs.push(hub);
    const watch = () => this.probe.watch(hub.port, hub.process.child.pid);
    if (setup.probed !== false) {
      watch();
      hub.restarted = watch;
    }
    later(() => this.closed(hub, !setup.folder));
    return hub;
  }

  private async closed(hub: HubUnderAttack, withFolder: boolean): Promise<void> {
    this.probe.forget(hub.port);
    await hub.close();
    if (withFolder) rmSync(hub.folder, { recursive: true, force: true });
  }

  private folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'attack-'));
    this.cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  private stage(): Promise<Stage> {
    // Looked up only where a page is attacked: the browser's own tools take a second to load.
    this.opening ??= import('../e2e/stage.ts').then(({ Stage }) => Stage.open());
    return this.opening;
  }
}
