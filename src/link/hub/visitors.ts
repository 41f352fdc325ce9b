import { hash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { networkOf } from '../../hub/edge/address.ts';
import { writeAtomically } from '../../hub/store/write-atomically.ts';
import { cachedByAgent } from '../click/agent-cache.ts';
import { familyOf } from '../click/agent-family.ts';

const DAY = 86_400_000;
/** How long a salt may outlive its day at most, ms. */
const LATE = 60_000;
/** Length of the stored part of a hash, 96 bits. */
const HASH_LENGTH = 16;

/** A visitor's hashes under the day's salt: distinguishable on that day only. */
export interface Visitor {
  readonly visitor: string;
  readonly near: string;
  readonly network: string;
}

/**
 * Identifies visitors by salted hashes. Each day (UTC) has a salt in a file of its own, which survives a restart and is in no
 * backup. It is deleted when the day is over, even without requests, and then no hash of that day can be reproduced.
 */
export class Visitors {
  private readonly folder: string;
  private readonly now: () => number;
  private day = -1;
  private salt = '';
  /** Members by the hash of the network and browser family that their devices used today. In memory only. */
  private readonly members = new Map<string, Set<string>>();
  private readonly familyOf = cachedByAgent(familyOf);

  constructor(folder: string, now: () => number) {
    this.folder = folder;
    this.now = now;
  }

  /**
   * Changes the salt when the day is over. `failed`: the folder could not be read or written. Answers with a function to
   * stop.
   */
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

  /** Whether visitors can be hashed now. */
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

  /** The hashes of an anonymous visitor, who opted out: all of them on one owner's links share one network hash. */
  anonymous(owner: string): Visitor {
    return { visitor: '', near: '', network: this.hashed('network', '', owner) };
  }

  /**
   * Remembers that a member's device was here: clicks on their own links from that network with that system and browser count
   * as own. The exact user agent would change with each update, and the network alone would include the whole office.
   */
  note(member: string, address: string, agent: string): void {
    const family = this.familyOf(agent);
    // An unknown program could be anybody's. Without a salt no click is recorded either.
    if (!family || !this.isReady) return;
    const key = this.hashed(networkOf(address).own, family);
    this.members.set(key, (this.members.get(key) ?? new Set()).add(member));
  }

  isOf(member: string, address: string, agent: string): boolean {
    return this.members.get(this.hashed(networkOf(address).own, this.familyOf(agent)))?.has(member) ?? false;
  }

  private hashed(...parts: readonly string[]): string {
    this.turn();
    return hash('sha256', `${this.salt}\0${parts.join('\0')}`, 'base64url').slice(0, HASH_LENGTH);
  }

  /** Loads or makes today's salt and deletes all others, also future ones of a clock that was wrong. */
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

/** The salt in a file; made anew if it is missing or incomplete, since hashes under half a salt could be guessed. */
function saltIn(path: string): string {
  const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (SALT.test(there)) return there;
  const salt = randomBytes(32).toString('hex');
  writeAtomically(path, salt);
  return salt;
}
