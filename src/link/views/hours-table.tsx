import { useState } from 'preact/hooks';
import { startOfDay } from '../../activity/event.ts';
import { date, dayTime, number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import { Button } from '../../ui/button.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { apartIn, type LinkHour, peopleIn } from '../clicks.ts';
import { HourClicks } from './hour-clicks.tsx';

const HOUR = 3_600_000;
/** Hours before "show all". */
const FEW = 12;

interface HoursTableProps {
  hours: readonly LinkHour[];
  workspace: Workspace;
  team: Team | null;
  /** Whether its single clicks are available; imported counts have none. */
  canOpen: boolean;
}

/** The day alone, where nothing more is known. */
const whenOf = ({ hour, day, whole }: LinkHour) =>
  whole ? date(startOfDay(day), current.value.language) : dayTime(hour * HOUR, current.value.language);

const apart = (hour: LinkHour) =>
  Object.entries(apartIn([hour])).reduce(
    (sum, [name, n]) => (name === 'human' || name === 'qr' ? sum : sum + n),
    0,
  );

/** The hours in which a link was followed, newest first; each opens to its clicks. */
export function HoursTable({ hours, workspace, team, canOpen }: HoursTableProps) {
  const [all, showAll] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const newest = [...hours].sort((a, b) => b.hour - a.hour);
  const figure = (n: number) => number(n, current.value.language);
  const shown = all ? newest : newest.slice(0, FEW);
  return (
    <section class="rank">
      <h2>{t('linkByHour')}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('linkHour')}</th>
            <th scope="col" class="figure-cell">
              {t('linkPeople')}
            </th>
            <th scope="col" class="figure-cell">
              {t('linkApart')}
            </th>
            <td class="bar-head" />
          </tr>
        </thead>
        {shown.map((one) => (
          <tbody key={one.hour}>
            <tr>
              <th scope="row">{whenOf(one)}</th>
              <td class="figure-cell">{figure(peopleIn(one.counts))}</td>
              <td class="figure-cell">{figure(apart(one))}</td>
              <td class="figure-cell no-print">
                {canOpen && (
                  <Button
                    kind="quiet"
                    aria-expanded={open === one.hour}
                    onClick={() => setOpen(open === one.hour ? null : one.hour)}
                  >
                    {t(open === one.hour ? 'linkHideHow' : 'meSeeHow')}
                  </Button>
                )}
              </td>
            </tr>
            {open === one.hour && (
              <tr>
                <td colSpan={4}>
                  <HourClicks workspace={workspace} team={team} link={one.link} hour={one.hour} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      {newest.length > FEW && (
        <Button kind="quiet" onClick={() => showAll(!all)}>
          {all ? t('meShowFewer') : t('meShowAll', { n: newest.length })}
        </Button>
      )}
    </section>
  );
}
