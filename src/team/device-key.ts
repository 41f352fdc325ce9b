import type { Workspace } from '../workspace/open.ts';
import { deviceKeys } from './membership.ts';

const KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface DeviceKey {
  /** SPKI, base64url. */
  readonly public: string;
  sign(words: string): Promise<string>;
}

function base64url(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The key of this device, made on first use; each team gets a new one. */
export async function deviceKey(workspace: Workspace): Promise<DeviceKey> {
  const row = (await workspace.rows(deviceKeys).get('device')) ?? (await makeKey(workspace));
  const words = new TextEncoder();
  return {
    public: row.public,
    sign: async (text) => base64url(await crypto.subtle.sign(SIGNING, row.private, words.encode(text))),
  };
}

async function makeKey(workspace: Workspace) {
  const pair = await crypto.subtle.generateKey(KIND, false, ['sign', 'verify']);
  const shown = base64url(await crypto.subtle.exportKey('spki', pair.publicKey));
  const made = { id: 'device', private: pair.privateKey, public: shown } as const;
  await workspace.addOnce(deviceKeys, 'device', made);
  return (await workspace.rows(deviceKeys).get('device')) ?? made;
}

/** Deletes the key, so that nothing can act as this device again. */
export async function dropKey(workspace: Workspace): Promise<void> {
  await workspace.rows(deviceKeys).clear();
}

/** Whether a hub's key signed these words. */
export async function isSignedBy(spki: string, words: string, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', fromBase64url(spki), KIND, false, ['verify']);
    return await crypto.subtle.verify(
      SIGNING,
      key,
      fromBase64url(signature),
      new TextEncoder().encode(words),
    );
  } catch {
    return false;
  }
}
