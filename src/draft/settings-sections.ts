import type { SettingsDeclaration } from '../team/settings-declaration.ts';

export const settings: SettingsDeclaration = {
  sections: [
    {
      for: 'person',
      order: 10,
      title: 'settingsPace',
      about: 'settingsPaceAbout',
      load: () => import('./views/pace-fields.tsx').then((module) => module.PaceFields),
    },
  ],
};
