import '../../../activity/views/me/me.css';
import './links.css';
import { apartIn, hoursOf, peopleIn } from '../../../activity/clicks.ts';
import { type ClickDay, clickDays, type ShortLink, shortLinks } from '../../../click/tables.ts';
import { DEVICES } from '../../../click/word.ts';
import { date, number } from '../../../i18n/format.ts';
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
import { linkName, stateWords } from './link-words.ts';
import { NamedTable } from './named-table.tsx';
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
  return (
    <div class="me">
      <LinkHead
        link={link}
        channelName={channelName}
        people={hours.reduce((n, one) => n + peopleIn(one.counts), 0)}
      />
      <div class="me-tables">
        <CountsTable counts={apartIn(hours)} rules={link.from === 'file' ? 0 : rules} />
        <Places days={days} />
      </div>
      {hours.length > 0 && <HoursTable hours={hours} team={team} canOpen={link.from !== 'file'} />}
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
  const about = [link.channel && channelName(link.channel), date(link.at, language), state].filter(Boolean);
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

function Places({ days }: { days: readonly ClickDay[] }) {
  const [places, devices, countries] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const day of days) {
    for (const [place, n] of Object.entries(day.places)) places.set(place, (places.get(place) ?? 0) + n);
    for (const [device, n] of Object.entries(day.devices))
      devices.set(device, (devices.get(device) ?? 0) + n);
    for (const [country, n] of Object.entries(day.countries))
      countries.set(country, (countries.get(country) ?? 0) + n);
  }
  const sorted = (all: ReadonlyMap<string, number>, nameOf: (id: string) => string) =>
    [...all]
      .map(([id, n]) => ({ id, n, name: nameOf(id) }))
      .sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  const countryName = (id: string) =>
    new Intl.DisplayNames(current.value.language, { type: 'region' }).of(id) ?? id;
  const deviceName = (id: string) => t(DEVICE_WORDS[DEVICES.find((one) => one === id) ?? 'other']);
  return (
    <div class="link-places">
      <NamedTable
        title={t('linkByPlace')}
        about={t('linkByPlaceAbout')}
        rows={sorted(places, (id) => id || t('linkFromUnsaid'))}
      />
      <NamedTable title={t('linkByCountry')} rows={sorted(countries, countryName)} />
      <NamedTable title={t('linkByDevice')} rows={sorted(devices, deviceName)} />
    </div>
  );
}
