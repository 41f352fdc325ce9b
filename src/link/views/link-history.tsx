import { useState } from 'preact/hooks';
import { moment } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { History } from '../../team/hub-api.ts';
import type { Team } from '../../team/team.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { SharedLink } from '../link.ts';
import { roomOf } from '../publish-links.ts';
import type { ShortLink } from '../tables.ts';

interface Past {
  readonly at: number;
  readonly link: SharedLink;
}

/** The history of a link on the hub: its targets, and when it was paused. */
export function LinkHistory({ team, link }: { team: Team; link: ShortLink }) {
  const [past, setPast] = useState<readonly Past[] | null>(null);
  const [wrong, setWrong] = useState('');
  const read = async () => {
    const answer = await team.ask(
      '/api/history',
      { room: roomOf(team, link), root: 'links', key: link.id },
      History,
    );
    setWrong(answer.ok ? '' : hubWords(answer.reason));
    if (!answer.ok) return;
    const versions = answer.value.versions.flatMap(({ at, value }) => {
      const { data } = SharedLink.safeParse(value);
      return data ? [{ at, link: data }] : [];
    });
    setPast(versions);
  };
  return (
    <Section title={t('linkHistory')} about={t('linkHistoryAbout')}>
      {past === null ? (
        <p>
          <Button onClick={() => void read()}>{t('linkHistoryShow')}</Button>
        </p>
      ) : (
        <ul class="link-history">
          {past.map(({ at, link: was }) => (
            <li key={at}>
              <time class="caption">{moment(at, current.value.language)}</time>
              <span dir="ltr">{was.target}</span>
              {was.paused && <span class="caption">{t('linkPaused')}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="field-error" role="alert" hidden={!wrong}>
        {wrong}
      </p>
    </Section>
  );
}
