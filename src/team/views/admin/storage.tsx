import * as z from 'zod/mini';
import { byteSize } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import type { AdminView } from '../../hub-api.ts';
import type { Team } from '../../team.ts';
import { hubWords } from '../hub-words.ts';

/** A team's export may be hundreds of megabytes over a slow connection. */
const EXPORT_PATIENCE = 15 * 60_000;
const Backup = z.object({ backup: z.string().check(z.maxLength(200)) });

/** How much the team server stores, a backup, and all of it as a file. */
export function Storage({ team, view }: { team: Team; view: AdminView }) {
  const size = (bytes: number) => byteSize(bytes, current.value.language);
  const { database, media } = view.storage;
  const backUp = async () => {
    const answer = await team.ask('/api/backup', {}, Backup);
    showToast(answer.ok ? t('adminBackedUp', { name: answer.value.backup }) : hubWords(answer.reason));
  };
  const takeAway = async () => {
    const answer = await team.ask('/api/export', {}, z.unknown(), EXPORT_PATIENCE);
    if (!answer.ok) return showToast(hubWords(answer.reason));
    const file = new Blob([JSON.stringify(answer.value, null, 1)], { type: 'application/json' });
    saveFile(file, 'musubi-team.json');
  };
  return (
    <Section
      title={t('adminStorage')}
      about={t('adminStorageAbout', { database: size(database), media: size(media) })}
    >
      <Button onClick={() => void backUp()}>{t('adminBackup')}</Button>{' '}
      <Button onClick={() => void takeAway()}>{t('adminExport')}</Button>
    </Section>
  );
}
