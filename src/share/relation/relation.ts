import * as z from 'zod/mini';
import { Employer, NO_EMPLOYER, Paying } from '../../team/relations.ts';
import type { Setting } from '../../workspace/setting.ts';

/** Of whoever shares to what they share. Both may hold; neither: a stranger's, of which nothing need be said. */
export const Relation = z.object({
  /** It is of the company they work for. */
  employer: z.boolean(),
  /** They may earn from it: their team rewards it, or the link pays. */
  earns: z.boolean(),
});
export type Relation = z.infer<typeof Relation>;

export const NO_RELATION: Relation = { employer: false, earns: false };

export const isSame = (a: Relation, b: Relation): boolean => a.employer === b.employer && a.earns === b.earns;

/** What the person chose for an author, or for a whole site. */
export const Choice = z.object({
  /** `<site>/<handle>`, or `<site>` alone where the author is not known. */
  of: z.string().check(z.maxLength(400)),
  relation: Relation,
  /** UTC ms. */
  at: z.number(),
});
export type Choice = z.infer<typeof Choice>;

/** What a person named of their employer, and of links that pay them. */
export const OwnRelations = z.object({
  employer: Employer,
  pays: Paying,
  /** When they named what there is, or that there is nothing, UTC ms; 0: never. */
  answered: z.number(),
});
export type OwnRelations = z.infer<typeof OwnRelations>;

export const ownRelations: Setting<OwnRelations> = {
  name: 'relation',
  value: OwnRelations,
  initial: { employer: NO_EMPLOYER, pays: [], answered: 0 },
};

/** Most choices that are remembered; the oldest make way. */
const MOST_CHOICES = 2000;

export const relationChoices: Setting<Choice[]> = {
  name: 'relations',
  value: z.array(Choice).check(z.maxLength(MOST_CHOICES)),
  initial: [],
};

/** The choices with one more, in place of an older one for the same author. */
export const withChoice = (choices: readonly Choice[], choice: Choice): Choice[] =>
  [...choices.filter(({ of }) => of !== choice.of), choice].slice(-MOST_CHOICES);

/** All by which the relation of a share is decided: what the person and their team declared. */
export const Known = z.object({
  employer: Employer,
  /** The company's name in the person's profile. */
  company: z.string().check(z.maxLength(80)),
  /** In any order: the newest choice for a post counts. */
  choices: z.array(Choice).check(z.maxLength(MOST_CHOICES)),
  /** Whether their team rewards what is shared. */
  earns: z.boolean(),
  /** Links that pay. */
  pays: z.optional(Paying),
  /** The person was asked, and has named all there is to name. */
  answered: z.optional(z.boolean()),
});
export type Known = z.infer<typeof Known>;
