import * as z from 'zod/mini';
import { GROUPS } from './channel.ts';

const short = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** Schema of a channel file. */
export const ChannelCheck = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  name: short(40),
  nameKey: z.optional(short(40)),
  mark: short(4),
  group: z.enum(GROUPS),
  utmSource: z.string().check(z.regex(/^[a-z0-9_-]{1,64}$/)),
  medium: z.enum(['social', 'email', 'sms', 'qr']),
  followers: z.boolean(),
  opens: z.enum(['window', 'creator', 'qr', 'system', 'copy']),
  takes: z.array(z.enum(['text', 'url', 'title', 'hashtags', 'picture'])),
  law: z.optional(z.literal('CN')),
  titled: z.optional(z.literal(true)),
  length: z.nullable(
    z.strictObject({
      max: z.int().check(z.positive()),
      count: z.function(),
      unit: z.optional(z.literal('sms')),
      maxBytes: z.optional(z.int().check(z.positive())),
      shown: z.optional(z.function()),
    }),
  ),
  apart: z.optional(z.literal(true)),
  maxLink: z.optional(z.int().check(z.positive())),
  maxWindow: z.optional(z.int().check(z.positive())),
  verified: z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/)),
  needs: z.optional(z.literal('instance')),
  window: z.function(),
});
