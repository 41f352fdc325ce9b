/** What a stand-in is asked. */
export interface Ask {
  readonly host: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a stand-in answers. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers for its hosts; null: no such page there. */
export type Site = (ask: Ask) => Answer | null;
