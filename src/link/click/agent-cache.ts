import { memo } from '../../workspace/memo.ts';

/** The longest user agent that is read, characters; no real browser's is longer. */
const MOST = 1000;
/** User agents whose results are cached: most people share theirs with many others. */
const REMEMBERED = 1000;

/** A user agent, cut to the longest that is read. */
export const cutAgent = (agent: string): string => agent.slice(0, MOST);

/** Caches a function of user agents. */
export function cachedByAgent<Value>(work: (agent: string) => Value): (agent: string) => Value {
  const answer = memo(REMEMBERED, work);
  return (agent) => answer(cutAgent(agent));
}
