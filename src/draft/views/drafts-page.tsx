import './drafts.css';
import { useEffect, useState } from 'preact/hooks';
import { current, t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { Draft } from '../../share/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { FilePen } from '../../ui/icon.ts';
import { MomentChoice } from '../../ui/moment-choice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLive } from '../../workspace/live.ts';
import { readDrafts } from '../drafts.ts';
import { isDue } from '../reminders.ts';
import { remind, remove } from './draft-actions.ts';
import { DraftRow } from './draft-row.tsx';
import { momentWords, thingOf } from './draft-words.ts';
import type { DraftsPageProps } from './page-props.ts';
import { useFinishing } from './use-finish-draft.ts';
import { useNow } from './use-now.ts';

/** Drafts by state: due, with a reminder, without one. */
function parts(drafts: readonly Draft[], now: number): { title: PlainKey; drafts: Draft[] }[] {
  const due = drafts.filter((draft) => isDue(draft, now));
  const waiting = drafts.filter(({ remind: at }) => at > now);
  const begun = drafts.filter(({ remind: at }) => at === 0);
  const all: { title: PlainKey; drafts: Draft[] }[] = [
    { title: 'draftsDue', drafts: due },
    { title: 'draftsWaiting', drafts: waiting },
    { title: 'draftsBegun', drafts: begun },
  ];
  return all.filter((part) => part.drafts.length > 0);
}

function Reminding({ draft, onChoose, onClose }: RemindingProps) {
  return (
    <Dialog open title={t('draftRemind')} onClose={onClose}>
      <p class="one-line soft">{thingOf(draft)}</p>
      <MomentChoice words={momentWords()} language={current.value.language} onChoose={onChoose} />
    </Dialog>
  );
}
interface RemindingProps {
  draft: Draft;
  onChoose: (at: number) => void;
  onClose: () => void;
}

function Nothing() {
  return (
    <Empty icon={<FilePen aria-hidden="true" />} title={t('draftsNone')}>
      {t('draftsNoneHow')}
    </Empty>
  );
}

function Shown({ drafts, ...props }: Omit<DraftsPageProps, 'id'> & { drafts: readonly Draft[] }) {
  const { workspace, look } = props;
  const [reminding, setReminding] = useState<Draft | null>(null);
  const now = useNow(drafts.map((draft) => draft.remind));
  if (drafts.length === 0) return <Nothing />;
  return (
    <>
      {parts(drafts, now).map((part) => (
        <section class="drafts-part" key={part.title}>
          <h2>{t(part.title)}</h2>
          <ul>
            {part.drafts.map((draft) => (
              <DraftRow
                key={draft.post}
                {...props}
                draft={draft}
                now={now}
                onRemind={setReminding}
                onDelete={(gone) => void remove(workspace, gone, look)}
              />
            ))}
          </ul>
        </section>
      ))}
      {reminding && (
        <Reminding
          draft={reminding}
          onClose={() => setReminding(null)}
          onChoose={(at) => {
            setReminding(null);
            void remind(workspace, reminding, at, look);
          }}
        />
      )}
    </>
  );
}

/** The page of drafts. Opening one shows the sheet with all that was written. */
export function DraftsPage(props: DraftsPageProps) {
  const { workspace } = props;
  const live = useLive(() => readDrafts(workspace), [workspace]);
  useFinishing(props);
  useEffect(() => props.look(), []);
  return (
    <div class="drafts">
      <header class="page-head">
        <h1>{t('navDrafts')}</h1>
        <p class="soft">{t('draftsLead')}</p>
      </header>
      {live.state === 'loading' && <Skeleton label={t('draftsReading')} />}
      {live.state === 'failed' && <Failed error={live.error} />}
      {live.state === 'ready' && <Shown {...props} drafts={live.value} />}
    </div>
  );
}
