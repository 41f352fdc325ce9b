import * as z from 'zod/mini';

/** Longest value of a label, the same as for a campaign elsewhere. */
export const MAX_LABEL = 64;
const value = z.string().check(z.maxLength(MAX_LABEL));

/** Labels of a share by their analytics names (`utm_*`). An empty one takes the usual value. */
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

/** A label on one line, trimmed, without control characters. */
function labelOf(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_LABEL)
    .toWellFormed()
    .trim();
}

/** Normalises typed labels. */
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

/** Whether no label was chosen. */
export const isUsual = (labels: Labels): boolean => isSame(labels, NO_LABELS);

/**
 * The labels of a share: the chosen ones, else the preset for every share (`always`). The campaign of the
 * team's material wins unless another was chosen for this share.
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
