export type Message = string | Readonly<Record<string, string>>;
export type Messages = Readonly<Record<string, Message>>;

export const LANGUAGES: readonly ['en', 'ja', 'zh-CN'];
export function wordFiles(root: string): { folder: string; language: string; file: string }[];
export function joined(root: string): {
  readonly messages: Readonly<Record<string, Messages>>;
  readonly owners: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
};
export function placeholdersOf(message: Message): string[];
export function writeWords(root: string): void;
