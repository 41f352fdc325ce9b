import { current } from '../i18n/language.ts';
import type { PlainKey, Say } from '../i18n/translate.ts';
import { own } from '../workspace/named.ts';
import { type Archived, carried } from './archived.ts';
import { type Manifest, sheetFile } from './format.ts';

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Escapes text for HTML. */
export const escaped = (text: string) =>
  text.toWellFormed().replace(/[&<>"']/g, (sign) => own(SIGNS, sign) ?? '');

const STYLE = `:root{color-scheme:light dark}body{max-width:46rem;margin:3rem auto;padding:0 1.25rem;
font:16px/1.7 system-ui,sans-serif;background:light-dark(#faf8f4,#151412);color:light-dark(#211f1c,#efece6)}
h1{font-size:1.6rem}h2{font-size:1.1rem;margin-top:2.5rem}table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.5rem .75rem .5rem 0;border-bottom:1px solid light-dark(#e5e0d7,#37332e);vertical-align:top}
td.n{text-align:end;font-variant-numeric:tabular-nums}a{color:light-dark(#27497a,#9dbcf0)}small{color:light-dark(#5e5850,#b5aea3)}`;

const linkTo = (file: string, text = file) => `<a href="${escaped(file)}">${escaped(text)}</a>`;

function sheetLines(archived: Archived, words: Say): string {
  return archived.sheets
    .map((sheet) => `<li>${linkTo(sheetFile(sheet.table.name), words(sheet.title))} <small>CSV</small></li>`)
    .join('');
}

function tableLines(manifest: Manifest, archived: Archived, words: Say): string {
  const purposes = new Map(carried(archived).map((table) => [table.name, table.purpose]));
  return manifest.tables
    .map(({ name, file, schema, rows }) => {
      const purpose = purposes.get(name);
      const about =
        purpose && Object.hasOwn(current.value.messages, purpose)
          ? `<br><small>${escaped(words(purpose))}</small>`
          : '';
      return `<tr><td>${linkTo(file)}${about}</td><td class="n">${rows}</td><td>${linkTo(schema, words('archiveIndexSchema'))}</td></tr>`;
    })
    .join('');
}

/** The page that explains the zip: no script, all text escaped, and a CSP that forbids everything else. */
export function indexPage(manifest: Manifest, archived: Archived, words: Say): string {
  const when = new Intl.DateTimeFormat(manifest.language, { dateStyle: 'long', timeStyle: 'short' }).format(
    manifest.at,
  );
  const head = (key: PlainKey) => `<th scope="col">${escaped(words(key))}</th>`;
  return `<!doctype html>
<html lang="${escaped(manifest.language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(words('archiveIndexTitle'))}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(words('archiveIndexTitle'))}</h1>
<p>${escaped(words('archiveIndexLead', { when, app: manifest.app }))}</p>
<h2>${escaped(words('archiveIndexSheets'))}</h2><ul>${sheetLines(archived, words)}</ul>
<h2>${escaped(words('archiveIndexAll'))}</h2>
<table><thead><tr>${head('archiveIndexFile')}${head('archiveIndexRows')}${head('archiveIndexForm')}</tr></thead>
<tbody>${tableLines(manifest, archived, words)}</tbody></table>
<h2>${escaped(words('archiveIndexBack'))}</h2><p>${escaped(words('archiveIndexBackHow'))}</p>
</body></html>
`;
}
