import * as z from 'zod/mini';
import { Employer, NO_EMPLOYER, Paying } from '../../team/relations.ts';
import { moment } from '../../workspace/moment.ts';
import type { Setting } from '../../workspace/setting.ts';

/**
 * The sharer's relation to what they share. Both may be true; neither means no relation, so nothing needs
 * disclosing.
 */
export const Relation = z.object({
  /** It belongs to the company they work for. */
  employer: z.boolean(),
  /** They may earn from it: the team rewards it or the link pays. */
  earns: z.boolean(),
});
export type Relation = z.infer<typeof Relation>;

export const NO_RELATION: Relation = { employer: false, earns: false };

/** The person's choice for an author or a whole site. */
export const RelationChoice = z.object({
  /** `<site>/<handle>`, or `<site>` where the author is unknown. */
  of: z.string().check(z.maxLength(400)),
  relation: Relation,
  /** UTC ms. */
  at: moment,
});
export type RelationChoice = z.infer<typeof RelationChoice>;

/** What a person listed of their employer and of paying links. */
export const OwnRelations = z.object({
  employer: Employer,
  pays: Paying,
  /** When they finished the list, or confirmed that it is empty, UTC ms; 0 for never. */
  answered: moment,
});
export type OwnRelations = z.infer<typeof OwnRelations>;

export const ownRelations: Setting<OwnRelations> = {
  name: 'relation',
  value: OwnRelations,
  initial: { employer: NO_EMPLOYER, pays: [], answered: 0 },
};

/** Most choices remembered; the oldest are dropped. */
const MOST_CHOICES = 2000;

export const relationChoices: Setting<RelationChoice[]> = {
  name: 'relations',
  value: z.array(RelationChoice).check(z.maxLength(MOST_CHOICES)),
  initial: [],
};

/** The choices with one added, replacing an older one for the same author. */
export const withChoice = (choices: readonly RelationChoice[], choice: RelationChoice): RelationChoice[] =>
  [...choices.filter(({ of }) => of !== choice.of), choice].slice(-MOST_CHOICES);

/** Everything that decides a share's relation: the person's and the team's lists. */
export const Known = z.object({
  employer: Employer,
  /** The company's name in the person's profile. */
  company: z.string().check(z.maxLength(80)),
  /** In any order: the newest choice for a post wins. */
  choices: z.array(RelationChoice).check(z.maxLength(MOST_CHOICES)),
  /** Whether the team rewards shares. */
  earns: z.boolean(),
  /** Paying links. */
  pays: z.optional(Paying),
  /** The person answered the question and has listed everything. */
  answered: z.optional(z.boolean()),
});
export type Known = z.infer<typeof Known>;
