import './profile.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { CheckMark, CircleAlert } from '../../ui/icon.ts';
import { Switch } from '../../ui/switch.tsx';
import { type Answer, askFor, giveBack, grantedOf, usePermissions } from './permissions.ts';

/** A site as this page needs it; what it is read by belongs to others. */
export interface SiteChoice {
  readonly id: string;
  readonly name: string;
  /** Match patterns; empty: the person names the host. */
  readonly origins: readonly string[];
}
/** How reading a site went of late. */
export interface SiteHealth {
  readonly reads: number;
  readonly troubled: number;
  readonly ailing: boolean;
}
export interface SiteSwitchesProps {
  sites: readonly SiteChoice[];
  healthOf: (id: string) => SiteHealth | null;
  /** Match patterns that the person added by name. */
  readAdded: () => Promise<readonly string[]>;
  /** A host from what was typed; null where it is none. */
  hostOf: (typed: string) => string | null;
}

const hostIn = (pattern: string) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '');
const patternOf = (host: string) => `https://${host}/*`;
const NOTHING: ReadonlySet<string> = new Set();

function Health({ health }: { health: SiteHealth }) {
  const words = { n: health.reads, bad: health.troubled };
  return health.ailing ? (
    <p class="site-note" data-tone="warn">
      <CircleAlert aria-hidden="true" />
      {t('siteAiling', words)}
    </p>
  ) : (
    <p class="site-note">
      <CheckMark aria-hidden="true" />
      {t('siteHealthy', words)}
    </p>
  );
}

interface OneSiteProps {
  name: string;
  hosts: string;
  on: boolean;
  health: SiteHealth | null;
  onPress: () => Promise<Answer>;
}

function OneSite({ name, hosts, on, health, onPress }: OneSiteProps) {
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
      {health && <Health health={health} />}
    </li>
  );
}

function AddHost({ site, hostOf }: { site: SiteChoice; hostOf: SiteSwitchesProps['hostOf'] }) {
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
    </li>
  );
}

/** The sites that Musubi may read. Each switch is the browser's own permission, for exactly that site's hosts. */
export function SiteSwitches({ sites, healthOf, readAdded, hostOf }: SiteSwitchesProps) {
  const named = sites.filter(({ origins }) => origins.length > 0);
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(named), NOTHING);
  const added = usePermissions<readonly string[]>(readAdded, []).filter((pattern) =>
    /^https?:\/\/[^*/]+\/\*$/.test(pattern),
  );
  return (
    <ul class="sites">
      {named.map(({ id, name, origins }) => (
        <OneSite
          key={id}
          name={name}
          hosts={origins.map(hostIn).join(t('fieldJoin'))}
          on={granted.has(id)}
          health={healthOf(id)}
          onPress={() => (granted.has(id) ? giveBack(origins) : askFor(origins))}
        />
      ))}
      {added.map((pattern) => (
        <OneSite
          key={pattern}
          name={hostIn(pattern)}
          hosts={t('siteAdded')}
          on
          health={null}
          onPress={() => giveBack([pattern])}
        />
      ))}
      {sites
        .filter(({ origins }) => origins.length === 0)
        .map((site) => (
          <AddHost key={site.id} site={site} hostOf={hostOf} />
        ))}
    </ul>
  );
}
