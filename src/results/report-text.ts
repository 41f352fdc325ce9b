import type { Say } from '../i18n/translate.ts';
import { PART_NAMES, type Report, type ReportPart } from './report.ts';

/**
 * More shares may be opened in some days than were prepared in them, since some were prepared before. Where there were none, no
 * figure is shown.
 */
function openedOf(n: number, prepared: number, say: Say): string {
  if (n === 0 && prepared === 0) return say('reportNothing');
  return say(n > prepared ? 'reportOpenedEarlier' : 'reportOpened', { n, prepared });
}

/** The summary of a report, one sentence per figure that is counted. */
export function sentencesOf(
  { total: { prepared, opened, clicked } }: Pick<Report, 'total'>,
  say: Say,
): string[] {
  return [
    // Where people followed older links and nothing was shared, the links alone are worth saying.
    opened === null || (opened === 0 && !prepared && clicked)
      ? ''
      : openedOf(opened, prepared ?? opened, say),
    clicked === null ? '' : say('reportClicked', { n: clicked }),
  ].filter(Boolean);
}

/** Whether a report is of one week. */
export const isWeek = ({ from, to }: Pick<Report, 'from' | 'to'>): boolean => to - from === 6;

/** Parts that a text has, and rows of each. */
const PARTS: readonly ReportPart['id'][] = ['links', 'materials', 'channels'];
const FEW = 3;

/** A report as plain text to paste into a mail or a chat. `days`: its days in words. */
export function reportText(report: Report, days: string, say: Say): string {
  const lists = PARTS.flatMap((id) => {
    const rows = report.parts.find((part) => part.id === id)?.rows ?? [];
    const lines = rows
      .filter(({ clicked, opened }) => (clicked ?? opened ?? 0) > 0)
      .slice(0, FEW)
      .map(({ name, clicked, opened }) => `- ${name.replace(/\s+/g, ' ')}: ${clicked ?? opened ?? 0}`);
    return lines.length === 0 ? [] : ['', say(PART_NAMES[id]), ...lines];
  });
  const head = [report.name, days].filter(Boolean).join(' · ');
  return [head, ...sentencesOf(report, say), ...lists].join('\n');
}
