/** One call of ours to the browser, as it was made. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}
export const calls: Call[] = [];

/** What `sendMessage` and `tabs.query` answer. A test sets what it needs. */
export const answers: {
  message: (message: unknown) => unknown;
  tabs: { id: number; url?: string; title?: string }[];
} = {
  message: () => undefined,
  tabs: [],
};

const recorded =
  <Value>(name: string, answer: (...args: unknown[]) => Value) =>
  async (...args: unknown[]): Promise<Value> => {
    calls.push({ name, args });
    return answer(...args);
  };
const event = () => {
  const listeners = new Set<unknown>();
  return {
    addListener: (listener: unknown) => listeners.add(listener),
    removeListener: (listener: unknown) => listeners.delete(listener),
    hasListener: (listener: unknown) => listeners.has(listener),
    /** What the browser does when it happens. */
    fire: (...args: unknown[]) => {
      for (const listener of listeners) (listener as (...args: unknown[]) => unknown)(...args);
    },
  };
};

/** Stands in for the extension API in browser tests: it records what is called and answers what a test says. */
export const browser = {
  runtime: {
    id: 'musubi-in-a-test',
    getURL: (path: string) => new URL(path, location.origin).href,
    getManifest: () => ({ version: '0.0.0', manifest_version: 3 }),
    sendMessage: recorded('runtime.sendMessage', (message) => answers.message(message)),
    openOptionsPage: recorded('runtime.openOptionsPage', () => undefined),
    onMessage: event(),
    onInstalled: event(),
  },
  tabs: {
    query: recorded('tabs.query', () => answers.tabs),
    create: recorded('tabs.create', () => ({ id: 1 })),
    update: recorded('tabs.update', () => ({ id: 1 })),
    sendMessage: recorded('tabs.sendMessage', () => undefined),
    onActivated: event(),
    onUpdated: event(),
  },
  windows: {
    getCurrent: recorded('windows.getCurrent', () => ({ id: 3 })),
    create: recorded('windows.create', () => ({ id: 4 })),
  },
  sidePanel: { open: recorded('sidePanel.open', () => undefined) },
  permissions: {
    contains: recorded('permissions.contains', () => false),
    request: recorded('permissions.request', () => true),
    remove: recorded('permissions.remove', () => true),
    getAll: recorded('permissions.getAll', () => ({ origins: [], permissions: [] })),
    onAdded: event(),
    onRemoved: event(),
  },
  scripting: {
    executeScript: recorded('scripting.executeScript', () => []),
    registerContentScripts: recorded('scripting.registerContentScripts', () => undefined),
    unregisterContentScripts: recorded('scripting.unregisterContentScripts', () => undefined),
    getRegisteredContentScripts: recorded('scripting.getRegisteredContentScripts', () => []),
  },
  commands: {
    getAll: recorded('commands.getAll', () => [
      { name: '_execute_action', shortcut: '' },
      { name: 'keep', shortcut: 'Alt+Shift+K' },
      { name: 'share', shortcut: 'Alt+Shift+S' },
    ]),
  },
  // What is closed to a page is open to an extension's own scripts: here it is open to all (see setup.ts).
  dom: { openOrClosedShadowRoot: (host: Element) => host.shadowRoot },
  i18n: { getUILanguage: () => navigator.language },
};
