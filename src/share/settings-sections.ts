import type { SettingsDeclaration } from '../team/settings-declaration.ts';

export const settings: SettingsDeclaration = {
  tabs: [
    {
      id: 'networks',
      title: 'settingsNetworks',
      order: 30,
      load: () => import('./views/networks/networks.tsx').then((module) => module.NetworkSettings),
    },
  ],
  sections: [
    {
      for: 'person',
      order: 30,
      title: 'settingsRelation',
      about: 'settingsRelationAbout',
      load: () => import('./views/relation/relation-fields.tsx').then((module) => module.RelationFields),
    },
    {
      for: 'person',
      order: 40,
      title: 'settingsDisclosure',
      about: 'settingsDisclosureAbout',
      load: () => import('./views/profile-settings.tsx').then((module) => module.DisclosureSettings),
    },
    {
      for: 'person',
      order: 50,
      title: 'settingsCode',
      about: 'settingsCodeAbout',
      load: () => import('./views/profile-settings.tsx').then((module) => module.CodeSettings),
    },
  ],
};
