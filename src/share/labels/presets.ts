import * as z from 'zod/mini';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting, readSetting, type Setting } from '../../workspace/setting.ts';
import { isSame, isUsual, Labels, regular } from './labels.ts';

export const MAX_PRESETS = 30;
export const MAX_PRESET_NAME = 60;

const id = z.string().check(z.minLength(1), z.maxLength(60));

/** Labels that are wanted again, under a name. */
export const Preset = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_PRESET_NAME)),
  labels: Labels,
});
export type Preset = z.infer<typeof Preset>;

export const Presets = z.object({
  all: z.array(Preset).check(z.maxLength(MAX_PRESETS)),
  /** Id of the one that every share has for which nothing else is chosen; empty for none. */
  always: z.string().check(z.maxLength(60)),
});
export type Presets = z.infer<typeof Presets>;

export const presets: Setting<Presets> = {
  name: 'share.presets',
  value: Presets,
  initial: { all: [], always: '' },
};

/** The labels that every share has for which nothing else is chosen. */
export function alwaysOf({ all, always }: Presets): Labels | null {
  return all.find((preset) => preset.id === always)?.labels ?? null;
}

export const readAlways = async (workspace: Workspace): Promise<Labels | null> =>
  alwaysOf(await readSetting(workspace, presets));

/** The preset that says just these labels. */
export const presetOf = (all: readonly Preset[], labels: Labels): Preset | undefined =>
  all.find((preset) => isSame(preset.labels, labels));

const nameOf = (typed: string): string =>
  typed.replace(/\s+/g, ' ').trim().slice(0, MAX_PRESET_NAME).toWellFormed().trim();

/**
 * Stores labels under a name, the newest first. The same name again has the new labels. Nothing changes without a name or labels,
 * and where there is no room.
 */
export function savePreset(
  workspace: Workspace,
  typed: { readonly id: string; readonly name: string; readonly labels: Labels },
): Promise<Presets> {
  const [name, labels] = [nameOf(typed.name), regular(typed.labels)];
  return changeSetting(workspace, presets, (before) => {
    if (name === '' || isUsual(labels)) return before;
    const known = before.all.find((preset) => preset.name === name);
    const others = before.all.filter((preset) => preset !== known && preset.id !== typed.id);
    if (others.length >= MAX_PRESETS) return before;
    return { ...before, all: [{ id: known?.id ?? typed.id, name, labels }, ...others] };
  });
}

/** Gives a preset another name; an empty one, or another preset's, changes nothing. */
export function renamePreset(workspace: Workspace, id: string, typed: string): Promise<Presets> {
  const name = nameOf(typed);
  return changeSetting(workspace, presets, (before) => {
    if (name === '' || before.all.some((preset) => preset.name === name)) return before;
    return { ...before, all: before.all.map((preset) => (preset.id === id ? { ...preset, name } : preset)) };
  });
}

/** Removes a preset; shares of before keep their labels. */
export const removePreset = (workspace: Workspace, id: string): Promise<Presets> =>
  changeSetting(workspace, presets, ({ all, always }) => ({
    all: all.filter((preset) => preset.id !== id),
    always: always === id ? '' : always,
  }));

/**
 * Puts a removed preset back where it stood (`before`), and every share carries it again if nothing else was chosen for that
 * since. The others stay as they are now; one that was stored under its name since stands in its place.
 */
export const putPresetBack = (workspace: Workspace, preset: Preset, before: Presets): Promise<Presets> =>
  changeSetting(workspace, presets, (now) => {
    if (now.all.some(({ id, name }) => id === preset.id || name === preset.name)) return now;
    const behind = before.all.slice(before.all.findIndex(({ id }) => id === preset.id) + 1);
    const at = now.all.findIndex(({ id }) => behind.some((one) => one.id === id));
    const always = now.always === '' && before.always === preset.id ? preset.id : now.always;
    return { all: now.all.toSpliced(at < 0 ? now.all.length : at, 0, preset), always };
  });

/** Has every share carry a preset for which nothing else is chosen; none by an empty id. */
export const carryAlways = (workspace: Workspace, id: string): Promise<Presets> =>
  changeSetting(workspace, presets, (before) => ({
    ...before,
    always: before.all.some((preset) => preset.id === id) ? id : '',
  }));
