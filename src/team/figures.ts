import * as z from 'zod/mini';
import { MONTH } from '../workspace/room.ts';

/**
 * How a team's figures are published. `guarded`: sums alone, of so many people that nobody is isolated by them, and only
 * who chose it by name. `open`: what each did is seen by name, at once.
 */
export const FIGURE_MODES = ['guarded', 'open'] as const;
export type FigureMode = (typeof FIGURE_MODES)[number];

/** What a team chooses. `few`: as few people as a sum may be of, beside two who compare what they know. */
export const FiguresChoice = z.object({
  mode: z.enum(FIGURE_MODES),
  few: z.union([z.literal(3), z.literal(5)]),
});
export type FiguresChoice = z.infer<typeof FiguresChoice>;
export type Few = FiguresChoice['few'];

/** An observer and a colluding colleague, who know their own figures and so hide nobody else. */
const OBSERVERS = 2;

/** Witnesses that a row needs: the promised number of people, and the observers. */
export const coverOf = (few: number): number => few + OBSERVERS;

/** From so many members on, days are published by site and channels by day. */
export const WIDE = 200;

/** What a team chose last; `since`: the first month that is published so. Absent: by the earlier rule. */
export const TeamFigures = z.object({ ...FiguresChoice.shape, since: z.string().check(z.regex(MONTH)) });
export type TeamFigures = z.infer<typeof TeamFigures>;

export const USUAL_FIGURES: FiguresChoice = { mode: 'guarded', few: 5 };

/** How a month was published, as its room says; absent there by the earlier rule. */
export const PublishedRule = FiguresChoice;
export type PublishedRule = FiguresChoice;
