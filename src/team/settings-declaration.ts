import type { ComponentType } from 'preact';
import type { PlainKey } from '../i18n/translate.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Profile } from './profile.ts';
import type { Team } from './team.ts';
import type { AuditWords } from './views/admin/audit-words.ts';
import type { AdminPage, AdminPageProps } from './views/admin/pages.tsx';

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
  readonly rest: string;
}

/** What views of sections take, by whom the sections are for. */
export interface SectionProps {
  /** The person, in General. */
  readonly person: { readonly workspace: Workspace; readonly person: Profile };
  /** The owner of the data on this device, in Your data. */
  readonly owner: { readonly workspace: Workspace };
  /** A member of a team, in Team. */
  readonly member: { readonly workspace: Workspace; readonly team: Team };
}

export type Audience = keyof SectionProps;

/** A section of Settings for an audience, under its tab. */
export interface SectionFor<To extends Audience> {
  readonly for: To;
  /** Its order among the sections for the same audience: the smaller comes first. */
  readonly order: number;
  /** Its heading and purpose; absent where the view draws its own. */
  readonly title?: PlainKey;
  readonly about?: PlainKey;
  readonly load: () => Promise<ComponentType<SectionProps[To]>>;
}
export type SettingsSection = { [To in Audience]: SectionFor<To> }[Audience];

/** A page of leading a team, beside the team's own. */
export interface LeadPage extends Omit<AdminPage, 'View'> {
  /** Its order among those of other folders: the smaller comes first. */
  readonly order: number;
  readonly load: () => Promise<ComponentType<AdminPageProps>>;
}

/** What a folder adds to Settings, as it declares it in `settings-sections.ts`. The background carries none of it. */
export interface SettingsDeclaration {
  readonly tabs?: readonly SettingsTab[];
  readonly sections?: readonly SettingsSection[];
  readonly lead?: readonly LeadPage[];
  /** Sentences of the team's audit for its commands. */
  readonly audit?: AuditWords;
}
