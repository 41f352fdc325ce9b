import '../../../activity/views/me/me.css';
import './links.css';
import { countedIn, hoursOf, importedIn, peopleIn } from '../../../activity/clicks.ts';
import { PeopleTable } from '../../../activity/views/me/people-table.tsx';
import { type ClickDay, clickDays, type ShortLink, shortLinks } from '../../../click/tables.ts';
import { DEVICES } from '../../../click/word.ts';
import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Team } from '../../../team/team.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Copy } from '../../../ui/icon.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { clicksKnown } from '../../own-clicks.ts';
import { CountsTable } from './counts-table.tsx';
import { HoursTable } from './hours-table.tsx';
import { LinkHistory } from './link-history.tsx';
import { LinkSettings } from './link-settings.tsx';
import { linkName, madeOn, stateWords } from './link-words.ts';
import { DEVICE_WORDS } from './verdict-words.ts';

interface LinkPageProps {
  workspace: Workspace;
  id: string;
  team: Team | null;
  channelName: (id: string) => string;
}

async function readLink(workspace: Workspace, id: string) {
  const [link, days, known] = await Promise.all([
    workspace.rows(shortLinks).get(id),
    workspace.rows(clickDays).where('link').equals(id).toArray(),
    readSetting(workspace, clicksKnown),
  ]);
  return { link, days, rules: known.rules };
}

/** One link: what came of it by hour and place, what was counted and what not, and what its owner decides of it. */
export function LinkPage({ workspace, id, team, channelName }: LinkPageProps) {
  const live = useLive(() => readLink(workspace, id), [workspace, id]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('linkReading')} />;
  const { link, days, rules } = live.value;
  const back = <a href="#/links">{t('linkAll')}</a>;
  if (!link) return <Empty title={t('linkNone')} action={back} />;
  const hours = hoursOf(days);
  const came = { hours, links: new Map([[id, link]]) };
  return (
    <div class="me">
      <LinkHead
        link={link}
        channelName={channelName}
        people={hours.reduce((n, one) => n + peopleIn(one.counts), 0)}
      />
      <div class="me-tables">
        <CountsTable counts={countedIn(came)} rules={rules} imported={importedIn(came)} />
        <Places days={days} />
      </div>
      {hours.length > 0 && (
        <HoursTable hours={hours} workspace={workspace} team={team} canOpen={link.from !== 'file'} />
      )}
      {link.from !== 'file' && <LinkSettings workspace={workspace} link={link} />}
      {link.from !== 'file' && team && <LinkHistory team={team} link={link} />}
    </div>
  );
}

function LinkHead({
  link,
  channelName,
  people,
}: {
  link: ShortLink;
  channelName: (id: string) => string;
  people: number;
}) {
  const { language } = current.value;
  const state = stateWords(link, Date.now());
  const about = [link.channel && channelName(link.channel), madeOn(link), state].filter(Boolean);
  return (
    <header class="link-head">
      <p class="caption">
        <a href="#/links">{t('linkAll')}</a>
      </p>
      <h1 dir="auto">{linkName(link)}</h1>
      <p class="soft">{about.join(' · ')}</p>
      <p class="link-address">
        <code dir="ltr">{link.address}</code>
        <Button
          kind="quiet"
          icon={<Copy aria-hidden="true" />}
          onClick={() =>
            void navigator.clipboard.writeText(link.address).then(
              () => showToast(t('activityCopied')),
              (error: unknown) => showToast(t('activityFailed', { error: String(error) })),
            )
          }
        >
          {t('linkCopy')}
        </Button>
      </p>
      <p class="caption link-target" dir="ltr">
        → {link.target}
      </p>
      <p class="link-people">
        <strong class="funnel-figure">{number(people, language)}</strong> {t('linkPeopleOf', { n: people })}
      </p>
    </header>
  );
}

/** What the days of a link tell of its people, added up, most first. */
function peopleOf(days: readonly ClickDay[], of: 'places' | 'devices' | 'countries') {
  const sums = new Map<string, number>();
  for (const day of days)
    for (const [id, n] of Object.entries(day[of])) sums.set(id, (sums.get(id) ?? 0) + n);
  return [...sums].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

/** Places, countries or devices that are shown. */
const MOST = 20;

function Places({ days }: { days: readonly ClickDay[] }) {
  const countries = new Intl.DisplayNames(current.value.language, { type: 'region' });
  const deviceName = (id: string) => t(DEVICE_WORDS[DEVICES.find((one) => one === id) ?? 'other']);
  const shown = { heading: t('linkPeople'), most: MOST };
  return (
    <div class="link-places">
      <PeopleTable
        {...shown}
        title={t('linkByPlace')}
        about={t('linkByPlaceAbout')}
        rows={peopleOf(days, 'places')}
        nameOf={(id) => id || t('linkFromUnsaid')}
      />
      <PeopleTable
        {...shown}
        title={t('linkByCountry')}
        rows={peopleOf(days, 'countries')}
        nameOf={(id) => countries.of(id) ?? id}
      />
      <PeopleTable
        {...shown}
        title={t('linkByDevice')}
        rows={peopleOf(days, 'devices')}
        nameOf={deviceName}
      />
    </div>
  );
}
