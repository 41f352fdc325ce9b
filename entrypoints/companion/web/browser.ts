/** Set by the build. */
declare const __VERSION__: string;

type Respond = (answer: unknown) => void;
type Listener = (message: unknown, sender: object, respond: Respond) => boolean;

const listeners = new Set<Listener>();
/** What never happens on the web. */
const never = { addListener: () => undefined, removeListener: () => undefined };

/** Gives a message to who answers here: a page on the web is its own background. */
function sendMessage(message: unknown): Promise<unknown> {
  return new Promise((respond) => {
    for (const listener of listeners) if (listener(message, {}, respond)) return;
    respond(undefined);
  });
}

/**
 * In place of the extension's API where the companion is a page on the web: there is no other tab to tell, no host to be
 * granted, and no script to put anywhere. What a view can do only in an extension it finds missing here (`scripting`).
 */
export const browser = {
  runtime: {
    id: 'web',
    sendMessage,
    onMessage: { addListener: (listener: Listener) => void listeners.add(listener) },
    getURL: (path: string) => new URL(path.replace(/^\/(companion\.html)?/, ''), document.baseURI).href,
    getManifest: () => ({ version: __VERSION__ }),
  },
  i18n: { getUILanguage: () => navigator.language },
  tabs: {
    query: () => Promise.resolve([]),
    sendMessage: () => Promise.resolve(undefined),
    create: ({ url }: { url: string }) => Promise.resolve(window.open(url, '_blank', 'noopener')),
  },
  permissions: {
    getAll: () => Promise.resolve({ origins: [] }),
    contains: () => Promise.resolve(false),
    request: () => Promise.resolve(false),
    remove: () => Promise.resolve(false),
    onAdded: never,
    onRemoved: never,
  },
};
