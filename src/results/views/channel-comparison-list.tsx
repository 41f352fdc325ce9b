import { current, t } from '../../i18n/language.ts';
import { bestChannel } from '../channel-comparison.ts';
import type { ResultSums } from '../results-items.ts';

interface SuitsListProps {
  channels: ReadonlyMap<string, ReadonlyMap<string, ResultSums>>;
  /** The first month whose figures are in it, by name. */
  since: string;
  /** The name of a key of the results; null for keys that are not shown here. */
  nameOf: (key: string) => string | null;
  channelName: (id: string) => string;
}

const rate = (n: number) =>
  new Intl.NumberFormat(current.value.language, { maximumFractionDigits: 1 }).format(n);

/**
 * On which channel a material, a campaign or a part of the team is followed more than elsewhere, where there is enough to say
 * so.
 */
export function SuitsList({ channels, since, nameOf, channelName }: SuitsListProps) {
  const found = [...channels].flatMap(([key, by]) => {
    const [suits, name] = [bestChannel(by), nameOf(key)];
    return suits && name !== null ? [{ key, name, suits }] : [];
  });
  return (
    <section>
      <h2>{t('teamSuits')}</h2>
      <p class="caption">{t('teamSince', { month: since })}</p>
      {found.length === 0 ? (
        <p class="caption">{t('teamSuitsNone')}</p>
      ) : (
        <ul class="team-suits">
          {found
            .sort((a, b) => b.suits.shares - a.suits.shares)
            .slice(0, 12)
            .map(({ key, name, suits }) => (
              <li key={key}>
                {t('teamSuitsOn', { name, channel: channelName(suits.channel), rate: rate(suits.rate) })}{' '}
                <span class="caption">
                  {t('teamSuitsOthers', { others: rate(suits.others), n: suits.shares })}
                </span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
