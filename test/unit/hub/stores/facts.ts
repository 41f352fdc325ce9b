import type { Joined } from '../../../../src/team/hub-api.ts';

/** What was done at a hub of an earlier commit, whose store must show it. */
export interface Facts {
  readonly commit: string;
  /** When the hub stopped, UTC ms. */
  readonly now: number;
  readonly hub: string;
  readonly epoch: string;
  readonly team: { readonly name: string };
  /** Who is there, with the private key of their device (PEM). */
  readonly people: readonly {
    readonly joined: Joined;
    readonly key: string;
    readonly name: string;
    readonly role: string;
  }[];
  readonly removed: Joined;
  readonly medium: string;
  readonly items: Readonly<Record<string, unknown>>;
  readonly comments: number;
  /** Of an item: who wrote each of its versions, the oldest first. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  readonly links: { readonly leads: { readonly id: string; readonly to: string }; readonly over: string };
  /** By whole hours since 1970: what the clicks of the link that leads count as; nothing where links were not known yet. */
  readonly hours: readonly (readonly [hour: number, counts: Readonly<Record<string, number>>])[];
}
