import { memo } from '../../workspace/memo.ts';

/** Longest user agent that is looked at, characters: what is longer is nobody's. */
const MOST = 1000;
/** Agents of which an answer is remembered: most people who come within an hour share theirs with others. */
const REMEMBERED = 1000;

/** A user agent, cut. */
export const cutAgent = (agent: string): string => agent.slice(0, MOST);

/** What a function of an agent answers, worked out once for all who have that agent. */
export function ofAgent<Value>(work: (agent: string) => Value): (agent: string) => Value {
  const answer = memo(REMEMBERED, work);
  return (agent) => answer(cutAgent(agent));
}
