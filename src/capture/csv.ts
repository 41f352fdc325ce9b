import { sheet } from '../workspace/sheet.ts';
import { captures } from './tables.ts';

/** Captures as CSV: one a row, with the counts of the newest look. */
export const capturesSheet = sheet({
  table: captures,
  title: 'archiveSheetCaptures',
  columns: [
    { heading: 'csvKeptAt', kind: 'time', value: (row) => row.at },
    { heading: 'csvSite', value: (row) => row.read.site },
    { heading: 'csvAuthor', value: (row) => row.read.author.name },
    { heading: 'csvHandle', value: (row) => row.read.author.handle },
    { heading: 'csvPostedAt', kind: 'time', value: (row) => row.read.time ?? row.read.day ?? null },
    { heading: 'csvTitle', value: (row) => row.read.title },
    { heading: 'csvText', value: (row) => row.read.text },
    { heading: 'csvAddress', value: (row) => row.read.url },
    { heading: 'csvTags', value: (row) => row.tags.join(', ') },
    { heading: 'csvNote', value: (row) => row.note },
    { heading: 'csvReplies', value: (row) => row.read.counts.replies?.value ?? null },
    { heading: 'csvReposts', value: (row) => row.read.counts.reposts?.value ?? null },
    { heading: 'csvLikes', value: (row) => row.read.counts.likes?.value ?? null },
    { heading: 'csvLooks', value: (row) => row.looks.length },
    { heading: 'csvRights', value: (row) => row.rights },
    { heading: 'csvUndone', kind: 'time', value: (row) => row.undone },
    { heading: 'csvId', value: (row) => row.id },
  ],
});
