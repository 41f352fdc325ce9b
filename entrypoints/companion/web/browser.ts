/** Injected by the build. */
declare const __VERSION__: string;

type Respond = (answer: unknown) => void;
type Listener = (message: unknown, sender: object, respond: Respond) => boolean;

const listeners = new Set<Listener>();
/** An event that never fires on the web. */
const never = { addListener: () => undefined, removeListener: () => undefined };

/** Passes a message to the answers in this page: on the web it is its own background. */
function sendMessage(message: unknown): Promise<unknown> {
  return new Promise((respond) => {
    for (const listener of listeners) if (listener(message, {}, respond)) return;
    respond(undefined);
  });
}

/**
 * Stands in for the extension API on the web: no other tabs, no permissions, no scripts. What needs an
 * extension is absent (`scripting`).
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
