import { hash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { networkOf } from '../../hub/edge/address.ts';
import { writeAtomically } from '../../hub/store/write-atomically.ts';
import { familyOf } from '../click/family.ts';
import { ofAgent } from '../click/of-agent.ts';

const DAY = 86_400_000;
/** How long a salt may outlive its day, ms. */
const LATE = 60_000;
/** Digits of a hash that are kept, 96 bits. */
const KEPT = 16;

/** A visitor of a link as a day's salt makes them: told from others that day, and from nobody after it. */
export interface Visitor {
  readonly visitor: string;
  readonly near: string;
  readonly network: string;
}

/**
 * Visitors by salted hashes. The salt is of one day (UTC), in a file of its own that no backup takes, so that it outlives
 * a restart; when the day is over it is unlinked, whether anybody comes or not, and no hash of that day can be told any more.
 */
export class Visitors {
  private readonly folder: string;
  private readonly now: () => number;
  private day = -1;
  private salt = '';
  /** Who asked today from where with what, as hashes; the members who did. In memory alone. */
  private readonly members = new Map<string, Set<string>>();
  private readonly familyOf = ofAgent(familyOf);

  constructor(folder: string, now: () => number) {
    this.folder = folder;
    this.now = now;
  }

  /** Looks whether the day is over, now and again. `failed`: the folder could not be read or written. Gives the way to stop. */
  follow(failed: (error: unknown) => void): () => void {
    const look = () => {
      try {
        this.turn();
      } catch (error) {
        failed(error);
      }
    };
    look();
    const timer = setInterval(look, LATE).unref();
    return () => clearInterval(timer);
  }

  /** Whether visitors can be told apart now. */
  get isReady(): boolean {
    try {
      this.turn();
      return true;
    } catch {
      return false;
    }
  }

  of(address: string, agent: string, link: string, owner: string): Visitor {
    const { own, near } = networkOf(address);
    const network = this.hashed('network', near, owner);
    return { visitor: this.hashed(own, agent, link), near: this.hashed(near, link), network };
  }

  /** Who asked not to be told from others: of one owner's links all of them are one network, which tells nothing of any. */
  unnamed(owner: string): Visitor {
    return { visitor: '', near: '', network: this.hashed('network', '', owner) };
  }

  /**
   * Notes that a member's device was here: what is followed of their own links from that address, by that system and
   * browser, is their own click. Neither one exact agent, which changes with a version, nor an office of other machines.
   */
  note(member: string, address: string, agent: string): void {
    const family = this.familyOf(agent);
    // A program that says nothing of itself could be anybody's. Without a salt no link is followed either.
    if (!family || !this.isReady) return;
    const key = this.hashed(networkOf(address).own, family);
    this.members.set(key, (this.members.get(key) ?? new Set()).add(member));
  }

  isOf(member: string, address: string, agent: string): boolean {
    return this.members.get(this.hashed(networkOf(address).own, this.familyOf(agent)))?.has(member) ?? false;
  }

  private hashed(...parts: readonly string[]): string {
    this.turn();
    return hash('sha256', `${this.salt}\0${parts.join('\0')}`, 'base64url').slice(0, KEPT);
  }

  /** Takes the salt of today; those of other days go, wherever a clock has been. */
  private turn(): void {
    const day = Math.floor(this.now() / DAY);
    if (day === this.day) return;
    const file = `salt-${day}`;
    for (const name of readdirSync(this.folder))
      if (/^salt-\d+(?:\.half)?$/.test(name) && name !== file) unlinkSync(join(this.folder, name));
    this.salt = saltIn(join(this.folder, file));
    this.day = day;
    this.members.clear();
  }
}

const SALT = /^[0-9a-f]{64}$/;

/** The salt of a file; made where there is none, or where it was torn: a hash under half a salt could be told. */
function saltIn(path: string): string {
  const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (SALT.test(there)) return there;
  const salt = randomBytes(32).toString('hex');
  writeAtomically(path, salt);
  return salt;
}
