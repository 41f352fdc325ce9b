import { createPrivateKey } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Identity } from '../../../bench/device.ts';
import type { Facts } from './facts.ts';

/** Puts a store that an earlier commit made into a folder; what it must show. */
export function unpacked(commit: string, folder: string): Facts {
  const files = unzipSync(readFileSync(new URL(`./${commit}.zip`, import.meta.url)));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as Facts;
}

/** A person of it, with their device. */
export function personOf({ people }: Facts, name: string): Identity {
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return { joined: person.joined, key: createPrivateKey(person.key) };
}
