import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** The company's mark in the middle of QR codes, as a data URL; empty: none. */
export const codeMark: Setting<string> = {
  name: 'codeMark',
  value: z.string().check(z.maxLength(400_000), z.regex(/^(?:data:image\/png;base64,[A-Za-z0-9+/=]+)?$/)),
  initial: '',
};
