import { useState } from 'preact/hooks';
import { byteSize, date, number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import type { TableDeclaration } from '../../workspace/declare.ts';
import { own } from '../../workspace/named.ts';
import type { Workspace } from '../../workspace/open.ts';
import { changeSetting } from '../../workspace/setting.ts';
import type { Tidied } from '../../workspace/whole-from.ts';
import { daysUntilDeleted } from '../retained.ts';
import { shorter } from '../retention-choices.ts';
import type { TableUsage } from '../table-usage.ts';
import { countedWords } from './count-words.ts';
import type { PrivacyPorts } from './ports.ts';

interface StoredProps {
  workspace: Workspace;
  ports: PrivacyPorts;
  usages: readonly TableUsage[];
  chosen: Readonly<Record<string, number>>;
  tidied: Tidied;
  /** The browser's estimate of bytes in use; null where there is none. */
  usage: number | null;
}

const daysWords = (days: number | 'always') =>
  days === 'always' ? t('privacyAlways') : t('privacyDays', { n: days });

async function choose(workspace: Workspace, table: string, days: number): Promise<void> {
  try {
    await changeSetting(workspace, shorter, ({ [table]: _, ...others }) =>
      days > 0 ? { ...others, [table]: days } : others,
    );
  } catch (error) {
    sayFailure(error);
  }
}

interface RetentionProps {
  workspace: Workspace;
  table: TableDeclaration;
  kind: string;
  chosen: number | undefined;
}

function RetentionField({ workspace, table, kind, chosen }: RetentionProps) {
  const { choices = [] } = table;
  if (choices.length === 0) return <>{daysWords(table.keep)}</>;
  const days = daysUntilDeleted(table, chosen);
  return (
    <select
      class="input"
      aria-label={t('privacyKeptOf', { kind })}
      value={days === table.keep ? '0' : String(days)}
      onChange={(event) => void choose(workspace, table.name, Number(event.currentTarget.value))}
    >
      <option value="0">{daysWords(table.keep)}</option>
      {[...choices].reverse().map((choice) => (
        <option key={choice} value={String(choice)}>
          {daysWords(choice)}
        </option>
      ))}
    </select>
  );
}

function Row({
  workspace,
  holding,
  chosen,
  hidden,
}: Pick<StoredProps, 'workspace' | 'chosen'> & { holding: TableUsage; hidden: boolean }) {
  const { language } = current.value;
  const { table, rows, bytes, about } = holding;
  const kind = t(table.title);
  const size = byteSize(bytes, language);
  return (
    <tr hidden={hidden}>
      <th scope="row">
        {kind}
        <span class="privacy-purpose">{t(table.purpose)}</span>
      </th>
      <td class="privacy-retention" data-label={t('privacyKept')}>
        <RetentionField workspace={workspace} table={table} kind={kind} chosen={own(chosen, table.name)} />
      </td>
      <td class="figure-cell" data-label={t('privacyRows')}>
        {number(rows, language)}
      </td>
      <td class="figure-cell" data-label={t('privacySize')}>
        {about ? t('privacyAbout', { size }) : size}
      </td>
    </tr>
  );
}

/** Every table: its purpose, its retention and its size. */
export function StoredSection(props: StoredProps) {
  const { usages, tidied, usage, ports } = props;
  const { language } = current.value;
  const [all, showAll] = useState(false);
  const empty = usages.filter(({ rows }) => rows === 0).length;
  // With nothing stored at all, every kind is shown with its purpose.
  const none = empty < usages.length ? empty : 0;
  const what = countedWords(tidied.deleted, ports.retained.names);
  return (
    <section class="section privacy-stored" aria-labelledby="privacy-stored">
      <div class="section-head">
        <h2 id="privacy-stored">{t('privacyStored')}</h2>
        <p>{t('privacyStoredAbout')}</p>
      </div>
      <div class="section-body">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('privacyKind')}</th>
              <th scope="col" class="privacy-retention">
                {t('privacyKept')}
              </th>
              <th scope="col" class="figure-cell">
                {t('privacyRows')}
              </th>
              <th scope="col" class="figure-cell">
                {t('privacySize')}
              </th>
            </tr>
          </thead>
          <tbody>
            {usages.map((holding) => (
              <Row
                key={holding.table.name}
                workspace={props.workspace}
                chosen={props.chosen}
                holding={holding}
                hidden={!all && none > 0 && holding.rows === 0}
              />
            ))}
          </tbody>
        </table>
        {none > 0 && (
          <Button kind="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
            {t(all ? 'privacyFewer' : 'privacyMore', { n: none })}
          </Button>
        )}
        {usage !== null && <p class="caption">{t('privacyUsage', { size: byteSize(usage, language) })}</p>}
        <p class="caption">
          {t('privacyShortHow')} {t('privacyClock')}
        </p>
        <p class="caption">
          {tidied.deletedAt > 0
            ? t('privacyTidied', { date: date(tidied.deletedAt, language), what })
            : t('privacyNeverTidied')}
        </p>
      </div>
    </section>
  );
}
