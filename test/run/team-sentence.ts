import en from '#words/en.json' with { type: 'json' };
import { month } from '../../src/i18n/format.ts';
import { monthOf } from '../../src/workspace/room.ts';

/** What the team's page says in English, as it is opened now, where there are `n` of them. */
export function teamSentence(of: 'teamSentence' | 'teamSentenceClicked', n: number): string {
  const words = n === 1 ? en[of].one : en[of].other;
  return words.replace('{n}', String(n)).replace('{month}', month(monthOf(Date.now()), 'en'));
}
