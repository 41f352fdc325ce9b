import type { Country, Language } from '../../team/profile.ts';
import { withoutBidi } from '../bidi.ts';
import { channelOf } from '../channels/index.ts';
import type { Relation } from '../relation/relation.ts';
import type { Rule, Template } from './rule.ts';
import { RULES } from './rules.ts';

const MAX_COMPANY = 80;

export type Wording = { ok: true } | { ok: false; reason: 'empty' | 'marker' | 'insufficient' };

/** Whose rule holds: the network's own country has it where it has a law for what is posted there. */
function lawOf(country: Country, channelId: string): Country {
  return country === 'none' ? 'none' : (channelOf(channelId)?.law ?? country);
}

/**
 * The rule for a channel: the form made for that channel, else the usual one of the country. A network of one
 * country follows that country's rule; a person who chose none has none anywhere.
 */
export function ruleFor(country: Country, channelId: string): Rule {
  const own = RULES.filter((rule) => rule.country === lawOf(country, channelId));
  const rule =
    own.find(({ channels }) => channels?.includes(channelId)) ?? own.find(({ channels }) => !channels);
  if (!rule) throw new RangeError(`no disclosure rule for ${country}`);
  return rule;
}

/** One plain line: no breaks, no directional controls, nothing invisible. */
function line(text: string): string {
  return withoutBidi(text.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function employerText({ named, unnamed }: Template, company: string): string {
  const name = [...line(company)].slice(0, MAX_COMPANY).join('');
  // A function, so that `$&` in a company's name is text.
  return name === '' ? unnamed : named.replace('{company}', () => name);
}

/** The relation of a share that was made before there were others. */
export const EMPLOYER_ONLY: Relation = { employer: true, earns: false };

/**
 * The disclosure as the rule words it, in this language; empty where the person chose no rule, or where there is no relation
 * to what they share: what is not so is not said.
 */
export function disclosureText(
  rule: Rule,
  language: Language,
  company: string,
  { employer, earns }: Relation = EMPLOYER_ONLY,
): string {
  const template = rule.templates?.[language];
  if (!template || (!employer && !earns)) return '';
  if (!employer) return template.earns;
  return `${employerText(template, company)}${earns ? template.also : ''}`;
}

/**
 * Whether a reworded disclosure still says what the rule calls for. `empty`: nothing to read in it; `insufficient`:
 * a form known not to be enough (#spon, the mark last in a heap of hashtags); `marker`: the mark is missing.
 */
export function checkWording(rule: Rule, text: string, relation: Relation = EMPLOYER_ONLY): Wording {
  if (!rule.templates || (!relation.employer && !relation.earns)) return { ok: true };
  const read = line(text.normalize('NFKC'));
  if (!/[\p{L}\p{N}]/u.test(read)) return { ok: false, reason: 'empty' };
  const earned = rule.mustEarn ?? rule.must;
  const required = [relation.employer && rule.must, relation.earns && earned].filter((one) => one !== false);
  if (required.every((patterns) => patterns.some((pattern) => pattern.test(read)))) return { ok: true };
  const known = rule.never.some((pattern) => pattern.test(read));
  return { ok: false, reason: known ? 'insufficient' : 'marker' };
}
