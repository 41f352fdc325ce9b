import { sheet } from '../workspace/sheet.ts';
import { events } from './events.ts';

/** What happened, one event a line. */
export const eventsSheet = sheet({
  table: events,
  title: 'archiveSheetEvents',
  columns: [
    { heading: 'csvAt', kind: 'time', value: (row) => row.at },
    { heading: 'csvType', value: (row) => row.type },
    { heading: 'csvSite', value: (row) => (row.site === 'page' ? row.place : row.site) },
    { heading: 'csvChannel', value: (row) => row.channel },
    { heading: 'csvTitle', value: (row) => row.title },
    { heading: 'csvPost', value: (row) => row.post },
    { heading: 'csvAboutId', value: (row) => row.about },
    { heading: 'csvUndone', kind: 'time', value: (row) => row.undone },
    { heading: 'csvId', value: (row) => row.id },
  ],
});
