import * as z from 'zod/mini';
import { table } from './declare.ts';
import type { Workspace } from './open.ts';

export const settings = table({
  name: 'settings',
  row: z.object({ name: z.string().check(z.maxLength(100)), value: z.unknown() }),
  indexes: 'name',
  title: 'tableSettings',
  purpose: 'purposeSettings',
  leaves: 'never',
  keep: 'always',
  // What this device is set to holds, unless the person chooses the file's.
  archive: { merge: (mine) => mine },
});

/** What only this device knows of itself: which team it is in, how far it has got. Never carried to another. */
export const deviceState = table({
  name: 'deviceState',
  row: z.object({ name: z.string().check(z.maxLength(100)), value: z.unknown() }),
  indexes: 'name',
  title: 'tableDeviceState',
  purpose: 'purposeDeviceState',
  leaves: 'never',
  keep: 'always',
  archive: 'derived',
});

/** A setting as a capability declares it, with its default. */
export interface Setting<Value> {
  readonly name: string;
  readonly value: z.ZodMiniType<Value>;
  readonly initial: Value;
  /** It belongs to this device only, and is not exported with the diary. */
  readonly ofDevice?: true;
}

const tableOf = ({ ofDevice }: { ofDevice?: true }) => (ofDevice ? deviceState : settings);

/** Reads a setting. One that does not fit its schema (an older version, a damaged file) counts as not chosen yet. */
export async function readSetting<Value>(workspace: Workspace, setting: Setting<Value>): Promise<Value> {
  const row = await workspace.rows(tableOf(setting)).get(setting.name);
  const parsed = setting.value.safeParse(row?.value);
  return parsed.success ? parsed.data : setting.initial;
}

/** Writes a checked setting. Throws a ZodError where the value does not fit. */
export async function writeSetting<Value>(
  workspace: Workspace,
  setting: Setting<Value>,
  value: Value,
): Promise<void> {
  await workspace.put(tableOf(setting), { name: setting.name, value: setting.value.parse(value) });
}

/** Writes a checked setting unless something was chosen before. */
export async function beginSetting<Value>(
  workspace: Workspace,
  setting: Setting<Value>,
  value: Value,
): Promise<void> {
  const row = { name: setting.name, value: setting.value.parse(value) };
  await workspace.addOnce(tableOf(setting), setting.name, row);
}

/** Changes a setting in one transaction, so that two windows do not overwrite each other's change. */
export function changeSetting<Value>(
  workspace: Workspace,
  setting: Setting<Value>,
  change: (before: Value) => Value,
): Promise<Value> {
  return workspace.together([tableOf(setting)], async () => {
    const after = change(await readSetting(workspace, setting));
    await writeSetting(workspace, setting, after);
    return after;
  });
}
