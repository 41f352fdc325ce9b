/// <reference types="vite/client" />
import type {
  Audience,
  LeadPage,
  SectionFor,
  SettingsDeclaration,
  SettingsSection,
  SettingsTab,
} from '../team/settings-declaration.ts';
import type { AuditWords } from '../team/views/admin/audit-words.ts';
import { team } from '../team/views/use-team.ts';
import { inOrder } from '../workspace/in-order.ts';
import { isLeader } from '../workspace/room.ts';
import { inExtension } from './in-extension.ts';

/** What each folder adds to Settings. Found by its file, as pages are: the background carries no views. */
const DECLARED = Object.values(
  import.meta.glob<SettingsDeclaration>('../*/settings-sections.ts', { eager: true, import: 'settings' }),
);

const TABS: readonly SettingsTab[] = inOrder(
  DECLARED.flatMap(({ tabs = [] }) => tabs).filter(({ only }) => only !== 'extension' || inExtension),
);

/** The tabs of Settings for this person now, in their order. */
export function settingsTabs(): readonly SettingsTab[] {
  const isLeading = team.value ? isLeader(team.value.member.role) : false;
  return TABS.filter(({ only }) => only !== 'leaders' || isLeading);
}

/** Whether it is still open if a tab is for this person: their team has not been read. */
export const isPending = (id: string): boolean =>
  team.value === undefined && TABS.some((tab) => tab.id === id && tab.only === 'leaders');

/** The address of a tab. */
export const tabHref = ({ id }: SettingsTab): string => (id ? `#/settings/${id}` : '#/settings');

/** Pages of leading a team that are not the team's own, in their order. */
export const LEAD_PAGES: readonly LeadPage[] = inOrder(DECLARED.flatMap(({ lead = [] }) => lead));

const SECTIONS: readonly SettingsSection[] = inOrder(DECLARED.flatMap(({ sections = [] }) => sections));

/** The sections for an audience, in their order. */
export const sectionsFor = <To extends Audience>(audience: To): readonly SectionFor<To>[] =>
  SECTIONS.filter((section): section is SettingsSection & SectionFor<To> => section.for === audience);

/** Sentences of the team's audit for the commands of every capability. */
export const AUDIT_WORDS: AuditWords = Object.fromEntries(
  DECLARED.flatMap(({ audit = {} }) => Object.entries(audit)),
);
