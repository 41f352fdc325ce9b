/** Longest name of a link. */
export const MAX_NAME = 40;

/** Small letters, digits and hyphens between them: what nobody spells wrongly and no program changes on the way. */
const FORM = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;
/** As long as an id and without a hyphen: it would be looked up as one. */
const LIKE_ID = /^[0-9a-z]{11}$/;

/** What stands for pages of the hub, or may one day, and what people would take for them. */
const RESERVED = new Set(
  'about account admin api app apps assets auth backup dashboard docs export favicon health healthz help home index invite join legal link links login logout media metrics musubi new oauth pair privacy ready readyz report robots security session settings signin signup sitemap static status support sync team terms web well-known www'.split(
    ' ',
  ),
);

export type NameFault = 'form' | 'length' | 'reserved';

/** What is wrong with a name for a link; null where nothing is. */
export function nameFault(name: string): NameFault | null {
  if (!FORM.test(name) || name.includes('--')) return 'form';
  if (LIKE_ID.test(name)) return 'length';
  return RESERVED.has(name) ? 'reserved' : null;
}

/** What a path names, by hand or by its QR code; letters as they are typed. Null where it can be no name. */
const PATH = /^\/([0-9A-Za-z-]{3,40})(\.q)?\/{0,8}(?:\?|$)/;
export function namedIn(asked: string): { name: string; qr: boolean } | null {
  const [, name, qr] = PATH.exec(asked) ?? [];
  return name ? { name: name.toLowerCase(), qr: qr !== undefined } : null;
}
