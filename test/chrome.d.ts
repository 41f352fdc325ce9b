/** The extension's own API, as it stands in a worker or an extension page that a test evaluates in. */
declare const chrome: typeof import('wxt/browser').browser;
