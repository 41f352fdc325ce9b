import * as z from 'zod/mini';

/** A moment, UTC ms, of which there is a date: one farther from 1970 cannot be written as such, and whoever tries throws. */
export const moment = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));

/** Whole days since 1970-01-01, some centuries before and after. */
export const wholeDays = z.int().check(z.minimum(-100_000), z.maximum(100_000));
