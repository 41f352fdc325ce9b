import type { SettingsDeclaration } from '../team/settings-declaration.ts';

/** Tabs that are put together from several folders, and sections of folders that know no team. */
export const settings: SettingsDeclaration = {
  tabs: [
    {
      id: '',
      title: 'settingsGeneral',
      order: 10,
      load: () => import('./companion/settings/general.tsx').then((module) => module.General),
    },
    {
      id: 'sites',
      title: 'settingsSites',
      order: 20,
      only: 'extension',
      load: () => import('./companion/settings/sites.tsx').then((module) => module.Sites),
    },
    {
      id: 'team',
      title: 'settingsTeam',
      order: 40,
      load: () => import('./companion/settings/team.tsx').then((module) => module.TeamSettings),
    },
    {
      id: 'lead',
      title: 'adminTitle',
      order: 45,
      only: 'leaders',
      lead: 'adminLead',
      load: () => import('./companion/settings/lead.tsx').then((module) => module.LeadSettings),
    },
    {
      id: 'data',
      title: 'settingsData',
      order: 50,
      load: () => import('./companion/settings/data.tsx').then((module) => module.Data),
    },
    {
      id: 'privacy',
      title: 'settingsPrivacy',
      order: 60,
      load: () => import('./companion/settings/privacy.tsx').then((module) => module.Privacy),
    },
  ],
  sections: [
    {
      for: 'person',
      order: 70,
      title: 'settingsTheme',
      about: 'settingsThemeAbout',
      load: () => import('../ui/theme-field.tsx').then((module) => module.ThemeField),
    },
  ],
};
