import * as z from 'zod/mini';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting, readSetting, type Setting } from '../../workspace/setting.ts';
import { isSame, isUsual, Labels, regular } from './labels.ts';

export const MAX_PRESETS = 30;
export const MAX_PRESET_NAME = 60;

const id = z.string().check(z.minLength(1), z.maxLength(60));

/** Labels saved under a name. */
export const Preset = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_PRESET_NAME)),
  labels: Labels,
});
export type Preset = z.infer<typeof Preset>;

export const Presets = z.object({
  all: z.array(Preset).check(z.maxLength(MAX_PRESETS)),
  /** Id of the preset used where nothing else is chosen; empty for none. */
  always: z.string().check(z.maxLength(60)),
});
export type Presets = z.infer<typeof Presets>;

export const presets: Setting<Presets> = {
  name: 'share.presets',
  value: Presets,
  initial: { all: [], always: '' },
};

/** The labels used where nothing else is chosen. */
export function alwaysOf({ all, always }: Presets): Labels | null {
  return all.find((preset) => preset.id === always)?.labels ?? null;
}

export const readAlways = async (workspace: Workspace): Promise<Labels | null> =>
  alwaysOf(await readSetting(workspace, presets));

/** The preset with exactly these labels. */
export const presetOf = (all: readonly Preset[], labels: Labels): Preset | undefined =>
  all.find((preset) => isSame(preset.labels, labels));

const nameOf = (typed: string): string =>
  typed.replace(/\s+/g, ' ').trim().slice(0, MAX_PRESET_NAME).toWellFormed().trim();

/**
 * Saves labels under a name, newest first; the same name is overwritten. Changes nothing without a name or
 * labels, or where the limit is reached.
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

/** Renames a preset. Changes nothing where the name is empty or taken. */
export function renamePreset(workspace: Workspace, id: string, typed: string): Promise<Presets> {
  const name = nameOf(typed);
  return changeSetting(workspace, presets, (before) => {
    if (name === '' || before.all.some((preset) => preset.name === name)) return before;
    return { ...before, all: before.all.map((preset) => (preset.id === id ? { ...preset, name } : preset)) };
  });
}

/** Removes a preset; earlier shares keep their labels. */
export const removePreset = (workspace: Workspace, id: string): Promise<Presets> =>
  changeSetting(workspace, presets, ({ all, always }) => ({
    all: all.filter((preset) => preset.id !== id),
    always: always === id ? '' : always,
  }));

/**
 * Restores a removed preset at its old place (`before`), as the default again unless another was chosen since.
 * A preset saved under its name since is replaced; the others stay.
 */
export const putPresetBack = (workspace: Workspace, preset: Preset, before: Presets): Promise<Presets> =>
  changeSetting(workspace, presets, (now) => {
    if (now.all.some(({ id, name }) => id === preset.id || name === preset.name)) return now;
    const behind = before.all.slice(before.all.findIndex(({ id }) => id === preset.id) + 1);
    const at = now.all.findIndex(({ id }) => behind.some((one) => one.id === id));
    const always = now.always === '' && before.always === preset.id ? preset.id : now.always;
    return { all: now.all.toSpliced(at < 0 ? now.all.length : at, 0, preset), always };
  });

/** Sets the default preset; an empty id sets none. */
export const carryAlways = (workspace: Workspace, id: string): Promise<Presets> =>
  changeSetting(workspace, presets, (before) => ({
    ...before,
    always: before.all.some((preset) => preset.id === id) ? id : '',
  }));
