import './profile.css';
import type { ComponentChild, ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { type Answer, askFor, giveBack, grantedOf, usePermissions } from './permissions.ts';

/** A site as this page needs it; what it is read by belongs to others. */
export interface SiteChoice {
  readonly id: string;
  readonly name: string;
  /** Match patterns; empty: the person names the host. */
  readonly origins: readonly string[];
}
export interface SiteSwitchesProps {
  sites: readonly SiteChoice[];
  /** The notes and choices for a site that is on, at these hosts (match patterns). */
  more?: (site: SiteChoice, origins: readonly string[]) => ComponentChild;
  /** Match patterns that the person added by name. */
  readAdded: () => Promise<readonly string[]>;
  /** A host from what was typed; null where it is none. */
  hostOf: (typed: string) => string | null;
}

const hostIn = (pattern: string) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*/s, '');
const patternOf = (host: string) => `https://${host}/*`;
const NOTHING: ReadonlySet<string> = new Set();

interface OneSiteProps {
  name: string;
  hosts: string;
  on: boolean;
  more?: ComponentChild;
  onPress: () => Promise<Answer>;
}

function OneSite({ name, hosts, on, more, onPress }: OneSiteProps) {
  const [answer, setAnswer] = useState<Answer | ''>('');
  return (
    <li class="site">
      <span>
        <bdi>{name}</bdi>
        {hosts && <span class="site-hosts caption">{hosts}</span>}
      </span>
      <Switch label={t('siteRead', { site: name })} on={on} onPress={() => void onPress().then(setAnswer)} />
      {(answer === 'refused' || answer === 'failed') && (
        <p class="site-note" role="status">
          {t(answer === 'refused' ? 'siteRefused' : 'siteFixed')}
        </p>
      )}
      {on && more}
    </li>
  );
}

interface AddHostProps {
  site: SiteChoice;
  hostOf: SiteSwitchesProps['hostOf'];
  children: ComponentChildren;
}

function AddHost({ site, hostOf, children }: AddHostProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const host = hostOf(typed);
    if (!host) {
      setError(t('siteNoHost'));
      return;
    }
    void askFor([patternOf(host)]).then((answer) => {
      setError(answer === 'granted' ? '' : t('siteRefused'));
      if (answer === 'granted') setTyped('');
    });
  };
  return (
    <li>
      <form class="site-add" onSubmit={onSubmit}>
        <TextField
          label={t('siteAddLabel', { site: site.name })}
          value={typed}
          placeholder="mastodon.example"
          inputMode="url"
          autocomplete="off"
          error={error}
          onInput={setTyped}
        />
        <Button type="submit">{t('siteAdd')}</Button>
      </form>
      {children}
    </li>
  );
}

/** The sites that Musubi may read. Each switch is the browser's own permission, for exactly that site's hosts. */
export function SiteSwitches({ sites, more, readAdded, hostOf }: SiteSwitchesProps) {
  const named = sites.filter(({ origins }) => origins.length > 0);
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(named), NOTHING);
  const added = usePermissions<readonly string[]>(readAdded, []).filter((pattern) =>
    /^https?:\/\/[^*/]+\/\*$/.test(pattern),
  );
  const byName = sites.filter(({ origins }) => origins.length === 0);
  return (
    <ul class="sites">
      {named.map((site) => (
        <OneSite
          key={site.id}
          name={site.name}
          hosts={site.origins.map(hostIn).join(t('fieldJoin'))}
          on={granted.has(site.id)}
          more={more?.(site, site.origins)}
          onPress={() => (granted.has(site.id) ? giveBack(site.origins) : askFor(site.origins))}
        />
      ))}
      {added.map((pattern) => (
        <OneSite
          key={pattern}
          name={hostIn(pattern)}
          hosts={t('siteAdded')}
          on
          onPress={() => giveBack([pattern])}
        />
      ))}
      {byName.map((site) => (
        <AddHost key={site.id} site={site} hostOf={hostOf}>
          {added.length > 0 && more?.(site, added)}
        </AddHost>
      ))}
    </ul>
  );
}
