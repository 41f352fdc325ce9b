import { sheet } from '../workspace/sheet.ts';
import type { Relation } from './relation/relation.ts';
import { shares } from './tables.ts';

/** The relation as one word; empty in shares of older versions. */
function relationIn(relation: Relation | undefined): string {
  if (!relation) return '';
  const holding = [relation.employer && 'employer', relation.earns && 'earns'].filter(Boolean);
  return holding.join(' ') || 'none';
}

/** Prepared shares as CSV, each with its disclosure. */
export const sharesSheet = sheet({
  table: shares,
  title: 'archiveSheetShares',
  columns: [
    { heading: 'csvPreparedAt', kind: 'time', value: (row) => row.at },
    { heading: 'csvSite', value: (row) => (row.site === 'page' ? row.place : row.site) },
    { heading: 'csvChannel', value: (row) => row.channel },
    { heading: 'csvTitle', value: (row) => row.title },
    { heading: 'csvWords', value: (row) => row.words },
    { heading: 'csvFinal', value: (row) => row.final },
    { heading: 'csvTarget', value: (row) => row.target },
    { heading: 'csvLink', value: (row) => row.url },
    { heading: 'csvCode', value: (row) => row.code },
    { heading: 'csvCampaign', value: (row) => row.campaign },
    { heading: 'csvDisclosure', value: (row) => row.disclosure.text },
    { heading: 'csvRelation', value: (row) => relationIn(row.disclosure.relation) },
    { heading: 'csvRemoved', value: (row) => row.disclosure.removed },
    { heading: 'csvUndone', kind: 'time', value: (row) => row.undone },
    { heading: 'csvId', value: (row) => row.id },
  ],
});
