import { t } from '../../i18n/language.ts';
import type { TeamProfile } from '../../team/hub-api.ts';

/** What a part of a team's results is called: `g.<id>` a group, `r.<id>` a region, `c.<name>` a campaign. Null for others. */
export function partName(profile: TeamProfile | undefined, key: string): string | null {
  const [sign, id] = [key.slice(0, 2), key.slice(2)];
  if (sign === 'c.') return id;
  const parts = sign === 'g.' ? profile?.groups : sign === 'r.' ? profile?.regions : undefined;
  if (!parts) return null;
  return parts.find((part) => part.id === id)?.name ?? t('teamOthers');
}
