import type { SettingsDeclaration } from './settings-declaration.ts';

export const settings: SettingsDeclaration = {
  sections: [
    {
      for: 'person',
      order: 20,
      title: 'settingsYou',
      about: 'settingsYouAbout',
      load: () => import('./views/profile-fields.tsx').then((module) => module.ProfileFields),
    },
    {
      for: 'person',
      order: 80,
      title: 'settingsLanguage',
      about: 'settingsLanguageAbout',
      load: () => import('./views/language-field.tsx').then((module) => module.LanguageField),
    },
    {
      for: 'member',
      order: 10,
      load: () => import('./views/leaves.tsx').then((module) => module.Leaves),
    },
    {
      for: 'member',
      order: 30,
      load: () => import('./views/mine.tsx').then((module) => module.Mine),
    },
    {
      for: 'member',
      order: 40,
      load: () => import('./views/devices.tsx').then((module) => module.Devices),
    },
  ],
};
