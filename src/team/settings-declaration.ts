import type { ComponentType } from 'preact';
import type { PlainKey } from '../i18n/translate.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Profile } from './profile.ts';
import type { Team } from './team.ts';
import type { AuditWords } from './views/admin/audit-words.ts';
import type { AdminPart, PartProps as AdminPartProps } from './views/admin/parts.tsx';

/** A tab of Settings, at `#/settings/<id>`. */
export interface SettingsTab {
  /** Empty for the tab that opens first. */
  readonly id: string;
  readonly title: PlainKey;
  /** Its order among the tabs: the smaller comes first. */
  readonly order: number;
  /** Where it is shown; absent: everywhere. `leaders`: to those who lead this device's team. */
  readonly only?: 'extension' | 'leaders';
  /** The sentence under the page's heading; absent: that changes apply at once. */
  readonly lead?: PlainKey;
  readonly load: () => Promise<ComponentType<TabProps>>;
}

export interface TabProps {
  readonly workspace: Workspace;
  /** What follows in the address of a tab that has pages itself. */
  readonly part: string;
}

/** What views of parts take, by whom the parts are for. */
export interface PartProps {
  /** The person, in General. */
  readonly person: { readonly workspace: Workspace; readonly person: Profile };
  /** The owner of the data on this device, in Your data. */
  readonly owner: { readonly workspace: Workspace };
  /** A member of a team, in Team. */
  readonly member: { readonly workspace: Workspace; readonly team: Team };
}

export type Audience = keyof PartProps;

/** A part of Settings for an audience, under its tab. */
export interface PartFor<To extends Audience> {
  readonly for: To;
  /** Its order among the parts for the same audience: the smaller comes first. */
  readonly order: number;
  /** Heading and purpose of its section; absent where the view draws its own. */
  readonly title?: PlainKey;
  readonly about?: PlainKey;
  readonly load: () => Promise<ComponentType<PartProps[To]>>;
}
export type SettingsPart = { [To in Audience]: PartFor<To> }[Audience];

/** A page of leading a team, beside the team's own. */
export interface LeadPart extends Omit<AdminPart, 'View'> {
  /** Its order among those of other folders: the smaller comes first. */
  readonly order: number;
  readonly load: () => Promise<ComponentType<AdminPartProps>>;
}

/** What a folder adds to Settings, as it declares it in `settings-parts.ts`. The background carries none of it. */
export interface SettingsDeclaration {
  readonly tabs?: readonly SettingsTab[];
  readonly parts?: readonly SettingsPart[];
  readonly lead?: readonly LeadPart[];
  /** Sentences of the team's audit for its commands. */
  readonly audit?: AuditWords;
}
