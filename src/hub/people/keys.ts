import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../store/write-atomically.ts';

/** Signatures are r‖s, the form of WebCrypto in browsers. */
const FORM = 'ieee-p1363';

/** Whether a device's key signed these words; false for an invalid key. */
export function isSigned(words: string, signature: string, spki: string): boolean {
  try {
    const key = publicKey(spki);
    const bytes = Buffer.from(signature, 'base64url');
    return verify('sha256', Buffer.from(words), { key, dsaEncoding: FORM }, bytes);
  } catch {
    return false;
  }
}

/** Whether this is a P-256 public key, the only kind that devices make. */
export function isDeviceKey(spki: string): boolean {
  try {
    const key = publicKey(spki);
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

function publicKey(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
}

/** The hub's signing key, by which a device knows that a removal is genuine. */
export class HubKey {
  private readonly key: KeyObject;
  constructor(key: KeyObject) {
    this.key = key;
  }

  /** The key in a hub's folder; made on first use, readable by the hub's own user alone. */
  static of(folder: string): HubKey {
    const file = join(folder, 'hub.key');
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      writeAtomically(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    }
    return new HubKey(createPrivateKey(readFileSync(file)));
  }

  /** The public half, SPKI in base64url. */
  get shown(): string {
    return createPublicKey(this.key).export({ format: 'der', type: 'spki' }).toString('base64url');
  }

  sign(words: string): string {
    return sign('sha256', Buffer.from(words), { key: this.key, dsaEncoding: FORM }).toString('base64url');
  }
}
