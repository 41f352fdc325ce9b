import { PeopleTable } from '../../activity/views/me/people-table.tsx';
import { current, t } from '../../i18n/language.ts';
import { DEVICES } from '../click/classify-request.ts';
import type { ClickDay } from '../tables.ts';
import { countryName } from './country-name.ts';
import { DEVICE_WORDS } from './verdict-words.ts';

/** What the days of a link tell of its people, added up, most first. */
function peopleOf(days: readonly ClickDay[], of: 'places' | 'devices' | 'countries') {
  const sums = new Map<string, number>();
  for (const day of days)
    for (const [id, n] of Object.entries(day[of])) sums.set(id, (sums.get(id) ?? 0) + n);
  return [...sums].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

/** Places, countries or devices that are shown. */
const MOST = 20;

/** Where a link's people came from, and with what. */
export function LinkPlaces({ days }: { days: readonly ClickDay[] }) {
  const deviceName = (id: string) => t(DEVICE_WORDS[DEVICES.find((one) => one === id) ?? 'other']);
  const shown = { heading: t('linkPeople'), most: MOST };
  return (
    <>
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
        nameOf={(id) => countryName(id, current.value.language)}
      />
      <PeopleTable
        {...shown}
        title={t('linkByDevice')}
        rows={peopleOf(days, 'devices')}
        nameOf={deviceName}
      />
    </>
  );
}
