import type { Country, Language } from '../../team/profile.ts';
import { disclosureText, ruleFor } from './disclosure.ts';
import type { Rule } from './rule.ts';

export interface ShownDisclosure {
  /** i18n key of the reason. */
  readonly why: Rule['why'];
  /** Each wording with its channels, in the person's order; empty without a rule. */
  readonly lines: readonly { text: string; channels: readonly string[] }[];
}

/** The disclosures that readers will see, by channel. */
export function shownDisclosure(
  country: Country,
  company: string,
  language: Language,
  channels: readonly string[],
): ShownDisclosure {
  const lines = new Map<string, string[]>();
  for (const channel of channels) {
    const text = disclosureText(ruleFor(country, channel), language, company);
    if (text) lines.set(text, [...(lines.get(text) ?? []), channel]);
  }
  return {
    why: ruleFor(country, '').why,
    lines: [...lines].map(([text, own]) => ({ text, channels: own })),
  };
}
