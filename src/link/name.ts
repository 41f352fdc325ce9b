/** The longest name of a link. */
export const MAX_NAME = 40;

/** Lowercase letters, digits and inner hyphens: easy to spell, and changed by no program on the way. */
const FORM = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;
/** A name of this form would be taken for an id. */
const LIKE_ID = /^[0-9a-z]{11}$/;

/** Names of the hub's pages, present or possible, and names that people would mistake for them. */
const RESERVED = new Set(
  'about account admin api app apps assets auth backup dashboard docs export favicon health healthz help home index invite join legal link links login logout media metrics musubi new oauth pair privacy ready readyz report robots security session settings signin signup sitemap static status support sync team terms web well-known www'.split(
    ' ',
  ),
);

export type NameFault = 'form' | 'length' | 'reserved';

/** What is wrong with a name for a link; null if it is fine. */
export function nameFault(name: string): NameFault | null {
  if (!FORM.test(name) || name.includes('--')) return 'form';
  if (LIKE_ID.test(name)) return 'length';
  return RESERVED.has(name) ? 'reserved' : null;
}

/** The name in a path, typed or from a QR code (`.q`), lowercased. Null if it cannot be a name. */
const PATH = /^\/([0-9A-Za-z-]{3,40})(\.q)?\/{0,8}(?:\?|$)/;
export function namedIn(path: string): { name: string; qr: boolean } | null {
  const [, name, qr] = PATH.exec(path) ?? [];
  return name ? { name: name.toLowerCase(), qr: qr !== undefined } : null;
}
