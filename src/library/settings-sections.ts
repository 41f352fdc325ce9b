import type { SettingsDeclaration } from '../team/settings-declaration.ts';

export const settings: SettingsDeclaration = {
  sections: [
    {
      for: 'member',
      order: 20,
      load: () => import('./views/media/shared-media.tsx').then((module) => module.SharedMedia),
    },
  ],
};
