import './profile.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { CheckMark } from '../../ui/icon.ts';
import { type Answer, askFor, grantedOf, usePermissions } from './permissions.ts';
import type { SiteChoice as Site } from './site-switches.tsx';

interface SiteChoiceProps {
  sites: readonly Site[];
  /** A host from what was typed; null where it is none. */
  hostOf: (typed: string) => string | null;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The sites a person reads, chosen together: one press asks the browser for exactly their hosts. */
export function SiteChoice({ sites, hostOf }: SiteChoiceProps) {
  const named = sites.filter(({ origins }) => origins.length > 0);
  const granted = usePermissions<ReadonlySet<string>>(() => grantedOf(named), NOTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOTHING);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer | ''>('');
  const anyHost = sites.find(({ origins }) => origins.length === 0);
  const host = hostOf(typed);
  const wrong = typed.trim() !== '' && host === null;
  const origins = [
    ...named.filter(({ id }) => chosen.has(id) && !granted.has(id)).flatMap((site) => site.origins),
    ...(host ? [`https://${host}/*`] : []),
  ];
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
    setAnswer('');
  };
  return (
    <div class="site-choice">
      <fieldset aria-label={t('welcomeSites')}>
        {named.map(({ id, name }) => (
          <Check
            key={id}
            label={granted.has(id) ? t('siteGranted', { site: name }) : name}
            checked={granted.has(id) || chosen.has(id)}
            disabled={granted.has(id)}
            onChange={(on) => choose(id, on)}
          />
        ))}
      </fieldset>
      {anyHost && (
        <TextField
          label={t('siteAddLabel', { site: anyHost.name })}
          value={typed}
          placeholder="mastodon.example"
          inputMode="url"
          autocomplete="off"
          error={wrong ? t('siteNoHost') : undefined}
          onInput={(value) => {
            setTyped(value);
            setAnswer('');
          }}
        />
      )}
      <div>
        <Button disabled={origins.length === 0} onClick={() => void askFor(origins).then(setAnswer)}>
          {t('siteAsk')}
        </Button>
      </div>
      <p class="site-answer" role="status" data-answer={answer}>
        {answer === 'granted' && (
          <>
            <CheckMark aria-hidden="true" />
            {t('siteAskGranted')}
          </>
        )}
        {(answer === 'refused' || answer === 'failed') && t('siteAskRefused')}
      </p>
    </div>
  );
}
