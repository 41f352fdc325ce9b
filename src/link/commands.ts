import * as z from 'zod/mini';
import { LinkRules } from './link-rules.ts';
import { MAX_NAME } from './name.ts';

const link = z.string().check(z.regex(/^[0-9A-Za-z]{11}$/));
const name = z.string().check(z.maxLength(MAX_NAME));

/** The commands about links that members send to the hub, which checks who may. */
export const LINK_COMMANDS = {
  'links.set': z.object({ do: z.literal('links.set'), links: LinkRules }),
  /** A manager's answer to where a link's owner wants it to lead: to that very target, or not. */
  'link.agree': z.object({ do: z.literal('link.agree'), link, target: z.string().check(z.maxLength(2000)) }),
  'link.decline': z.object({ do: z.literal('link.decline'), link }),
  /** A name of its owner's for a link; an empty one takes it away. */
  'link.name': z.object({
    do: z.literal('link.name'),
    link,
    name,
  }),
  /** Frees a link's former name for anybody. */
  'link.free': z.object({ do: z.literal('link.free'), name }),
  /** Recounts all stored clicks. */
  'clicks.count': z.object({ do: z.literal('clicks.count') }),
};
export type LinkCommand = z.infer<(typeof LINK_COMMANDS)[keyof typeof LINK_COMMANDS]>;
