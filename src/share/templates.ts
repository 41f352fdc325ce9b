import * as z from 'zod/mini';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, type Setting } from '../workspace/setting.ts';

export const MAX_TEMPLATES = 30;
/** Longest template, in UTF-16 units. */
export const MAX_TEMPLATE = 2000;

/** A text of one's own for reuse. */
export const Template = z.object({
  id: z.string().check(z.maxLength(60)),
  words: z.string().check(z.minLength(1), z.maxLength(MAX_TEMPLATE)),
});
export type Template = z.infer<typeof Template>;

export const templates: Setting<Template[]> = {
  name: 'share.templates',
  value: z.array(Template).check(z.maxLength(MAX_TEMPLATES)),
  initial: [],
};

/** Adds a template, newest first, without duplicates. False where it is empty or the limit is reached. */
export async function addTemplate(workspace: Workspace, typed: string): Promise<boolean> {
  const words = typed.trim().slice(0, MAX_TEMPLATE);
  if (words === '') return false;
  let added = false;
  await changeSetting(workspace, templates, (before) => {
    const others = before.filter((one) => one.words !== words);
    added = others.length < MAX_TEMPLATES;
    return added ? [{ id: newId(), words }, ...others] : before;
  });
  return added;
}

export const removeTemplate = (workspace: Workspace, id: string): Promise<Template[]> =>
  changeSetting(workspace, templates, (before) => before.filter((one) => one.id !== id));
