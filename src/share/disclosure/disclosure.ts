import type { Country, Language } from '../../team/profile.ts';
import { withoutBidi } from '../bidi.ts';
import { channelOf } from '../channels/index.ts';
import type { Relation } from '../relation/relation.ts';
import type { Rule, Template } from './rule.ts';
import { RULES } from './rules.ts';

const MAX_COMPANY = 80;

export type Wording = { ok: true } | { ok: false; reason: 'empty' | 'marker' | 'insufficient' };

/** The country whose rule applies: the network's, if it has its own law, else the person's. */
function lawOf(country: Country, channelId: string): Country {
  return country === 'none' ? 'none' : (channelOf(channelId)?.law ?? country);
}

/**
 * The rule for a channel: its own form, else the country's usual one. A network with its own law uses that,
 * unless the person chose no rule at all.
 */
export function ruleFor(country: Country, channelId: string): Rule {
  const own = RULES.filter((rule) => rule.country === lawOf(country, channelId));
  const rule =
    own.find(({ channels }) => channels?.includes(channelId)) ?? own.find(({ channels }) => !channels);
  if (!rule) throw new RangeError(`no disclosure rule for ${country}`);
  return rule;
}

/** One line without breaks, directional controls or invisible characters. */
function line(text: string): string {
  return withoutBidi(text.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function employerText({ named, unnamed }: Template, company: string): string {
  const name = [...line(company)].slice(0, MAX_COMPANY).join('');
  // A function, so that `$&` in a company's name stays text.
  return name === '' ? unnamed : named.replace('{company}', () => name);
}

/** The relation of shares from before there were others. */
export const EMPLOYER_ONLY: Relation = { employer: true, earns: false };

/**
 * The disclosure in a language; empty where the person chose no rule or has no relation to what they share: a
 * disclosure must be true.
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
 * Whether a reworded disclosure still meets the rule. `empty`: nothing visible; `insufficient`: a form known to
 * be inadequate (#spon, the mark last among hashtags); `marker`: the mark is missing.
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
