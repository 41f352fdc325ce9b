import * as z from 'zod/mini';

/** What ties whoever shares to what they share. Both may hold; neither: a stranger's, of which nothing need be said. */
export const Relation = z.object({
  /** It is of the company they work for. */
  employer: z.boolean(),
  /** They may earn from it: their team rewards it, or the link pays. */
  earns: z.boolean(),
});
export type Relation = z.infer<typeof Relation>;

export const NO_RELATION: Relation = { employer: false, earns: false };

/** By which names, sites and accounts an employer is recognised. */
export const Employer = z.object({
  /** Host names without `www.`: their subdomains count too. */
  sites: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(50)),
  /** Accounts on networks, without the sign before them. */
  accounts: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(50)),
});
export type Employer = z.infer<typeof Employer>;

/** Whether the person has named their employer's sites or accounts, so that what does not match is none of theirs. */
export const isNamed = ({ sites, accounts }: Employer) => sites.length + accounts.length > 0;

/** What the person chose for an author, or for a whole site. */
export const Choice = z.object({
  /** `<site>/<handle>`, or `<site>` alone where the author is not known. */
  of: z.string().check(z.maxLength(400)),
  relation: Relation,
  /** UTC ms. */
  at: z.number(),
});
export type Choice = z.infer<typeof Choice>;
