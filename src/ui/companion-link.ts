const COMPANION = '/companion.html';

/**
 * A page of the companion, from whichever page this is. In an extension the companion is a page of its own beside the
 * popup and the panel; on the web it is the only one.
 */
export const companionHref = (hash: string): string =>
  location.protocol.endsWith('extension:') ? `${COMPANION}${hash}` : hash;

/** The popup and the panel open it in a tab. */
export const companionTarget = (): '_blank' | undefined =>
  location.protocol.endsWith('extension:') && location.pathname !== COMPANION ? '_blank' : undefined;
