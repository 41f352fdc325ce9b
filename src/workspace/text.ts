import * as z from 'zod/mini';

/** The schema of a text of so many UTF-16 units at most. */
export const text = (max: number) => z.string().check(z.maxLength(max));
