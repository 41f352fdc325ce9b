import * as z from 'zod/mini';

/** Longest value of a label: what a share's campaign may be called everywhere else too. */
export const MAX_LABEL = 64;
const value = z.string().check(z.maxLength(MAX_LABEL));

/** What a share is labelled with, by the names that analytics have for it (`utm_*`). An empty one is as it usually is. */
export const Labels = z.object({
  campaign: value,
  source: value,
  medium: value,
  term: value,
  content: value,
});
export type Labels = z.infer<typeof Labels>;

export const LABELS = ['campaign', 'source', 'medium', 'term', 'content'] as const;
export type LabelName = (typeof LABELS)[number];

export const NO_LABELS: Labels = { campaign: '', source: '', medium: '', term: '', content: '' };

/** A label as it is written: one line without edges and control characters. */
function labelOf(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_LABEL)
    .toWellFormed()
    .trim();
}

/** Labels as they were typed, made regular. */
export function regular({ campaign, source, medium, term, content }: Labels): Labels {
  return {
    campaign: labelOf(campaign),
    source: labelOf(source),
    medium: labelOf(medium),
    term: labelOf(term),
    content: labelOf(content),
  };
}

export const isSame = (a: Labels, b: Labels): boolean => LABELS.every((name) => a[name] === b[name]);

/** Whether nothing was chosen. */
export const isUsual = (labels: Labels): boolean => isSame(labels, NO_LABELS);

/**
 * What a share is labelled with in the end: what was chosen for it, else what every share has (`always`). The campaign of the
 * team's own material stands unless another was chosen for this very share.
 */
export function labelling(
  chosen: Labels | undefined,
  always: Labels | null,
  material: { readonly campaign: string },
): Labels {
  if (chosen) return { ...regular(chosen), campaign: regular(chosen).campaign || material.campaign };
  const usual = always ?? NO_LABELS;
  return { ...usual, campaign: material.campaign || usual.campaign };
}
