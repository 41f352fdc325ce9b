import type { SettingsDeclaration } from '../team/settings-declaration.ts';
import { LINK_AUDIT } from './views/admin/audit-words.ts';

export const settings: SettingsDeclaration = {
  sections: [
    {
      for: 'person',
      order: 60,
      title: 'settingsBadge',
      about: 'settingsBadgeAbout',
      load: () => import('./views/click-badge-field.tsx').then((module) => module.ClickBadgeField),
    },
  ],
  lead: [
    {
      id: 'links',
      name: 'adminLinks',
      about: 'adminLinksIn',
      isForAdmins: true,
      order: 10,
      load: () => import('./views/admin/link-rules-form.tsx').then((module) => module.LinkRulesForm),
    },
  ],
  audit: LINK_AUDIT,
};
