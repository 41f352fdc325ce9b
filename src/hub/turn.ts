/** Lets links and sync have their turns: the store answers within one, however often it is waited for. */
export const turn = (): Promise<void> => new Promise((go) => setImmediate(go));
