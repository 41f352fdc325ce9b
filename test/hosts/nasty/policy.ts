export const NONCE = 'c3RhbmQtaW4';
/** A policy under which only what carries the nonce runs and is styled. */
export const strict = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'; img-src https: data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
