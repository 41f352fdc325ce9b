import type { PageProps } from '../../../ui/page.ts';
import { SettingsPage } from '../settings/settings-page.tsx';

/** Settings at the tab of the address. */
export function Page({ workspace, route }: PageProps) {
  return <SettingsPage workspace={workspace} id={route.id} />;
}
