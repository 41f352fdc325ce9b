/** Yields to the event loop. SQLite is synchronous, so awaiting it alone lets no other request run. */
export const turn = (): Promise<void> => new Promise((go) => setImmediate(go));
