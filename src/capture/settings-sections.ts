import type { SettingsDeclaration } from '../team/settings-declaration.ts';

export const settings: SettingsDeclaration = {
  sections: [
    {
      for: 'owner',
      order: 20,
      load: () => import('./views/import/import-bookmarks.tsx').then((module) => module.ImportBookmarks),
    },
  ],
};
