import type * as capabilities from '../capabilities.ts';
import type { SheetMessages } from '../share/sheet-messages.ts';
import type { MessageMap } from '../workspace/ask.ts';
import type { MessageDeclaration } from '../workspace/declare.ts';

type Declared = (typeof capabilities)[keyof typeof capabilities];
type MessagesOf<One> = One extends { readonly messages: readonly (infer Message)[] } ? Message : never;

/** Messages in which the sheet finds what it needs. */
type FitTheSheet<All extends SheetMessages> = All;

/** What is asked and answered between contexts, by the message's name. Types only: whoever asks carries no schema. */
export type Messages = FitTheSheet<MessageMap<Extract<MessagesOf<Declared>, MessageDeclaration>>>;
