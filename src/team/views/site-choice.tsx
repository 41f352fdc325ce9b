import './profile.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Check, TextField } from '../../ui/field.tsx';
import { grantedOf, usePermissions } from './permissions.ts';
import type { SiteChoice as Site } from './site-switches.tsx';

const NOTHING: ReadonlySet<string> = new Set();

/** A host to ask the browser for, and what a person calls it. */
export interface Wanted {
  readonly name: string;
  /** Match patterns. */
  readonly origins: readonly string[];
}

/** The sites that a person ticks one by one; the browser's permissions are requested elsewhere. */
export interface SiteSelection {
  readonly named: readonly Site[];
  readonly granted: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  choose(id: string, on: boolean): void;
  /** What the site is called that has many hosts, and the host that was typed for it. */
  readonly ownHost: { readonly name: string; readonly typed: string; readonly isWrong: boolean } | null;
  type(value: string): void;
  /** What is ticked or typed and not allowed yet. */
  readonly wanted: readonly Wanted[];
}

/** `hostOf`: a host from what was typed; null where it is none. */
export function useSiteChoice(
  sites: readonly Site[],
  hostOf: (typed: string) => string | null,
): SiteSelection {
  const named = sites.filter(({ origins }) => origins.length > 0);
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(named), NOTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOTHING);
  const [typed, type] = useState('');
  const anyHost = sites.find(({ origins }) => origins.length === 0);
  const host = hostOf(typed);
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return {
    named,
    granted,
    chosen,
    choose,
    ownHost: anyHost ? { name: anyHost.name, typed, isWrong: typed.trim() !== '' && host === null } : null,
    type,
    wanted: [
      ...named.filter(({ id }) => chosen.has(id) && !granted.has(id)),
      ...(host ? [{ name: host, origins: [`https://${host}/*`] }] : []),
    ],
  };
}

/** The sites a person reads, as a list to tick. */
export function SiteChoice({ choice }: { choice: SiteSelection }) {
  const { named, granted, chosen, ownHost } = choice;
  return (
    <div class="site-choice">
      <fieldset aria-label={t('welcomeSites')}>
        {named.map(({ id, name }) => (
          <Check
            key={id}
            label={granted.has(id) ? t('siteGranted', { site: name }) : name}
            checked={granted.has(id) || chosen.has(id)}
            disabled={granted.has(id)}
            onChange={(on) => choice.choose(id, on)}
          />
        ))}
      </fieldset>
      {ownHost && (
        <TextField
          label={t('siteAddLabel', { site: ownHost.name })}
          value={ownHost.typed}
          placeholder="mastodon.example"
          inputMode="url"
          autocomplete="off"
          error={ownHost.isWrong ? t('siteNoHost') : undefined}
          onInput={choice.type}
        />
      )}
    </div>
  );
}
