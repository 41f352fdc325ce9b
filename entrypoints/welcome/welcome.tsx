import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../src/app/follow-language.ts';
import { sitePorts } from '../../src/app/site-ports.ts';
import { t } from '../../src/i18n/language.ts';
import { withCode } from '../../src/share/share.ts';
import { beginWithUsualChannels } from '../../src/share/usual-channels.ts';
import { previewOf, readChoices } from '../../src/share/views/person-choices.ts';
import { changeProfile } from '../../src/team/views/change-profile.ts';
import { CountryField } from '../../src/team/views/country-field.tsx';
import { LanguageField } from '../../src/team/views/language-field.tsx';
import { askFor } from '../../src/team/views/permissions.ts';
import { SiteChoice, type SiteSelection, useSiteChoice } from '../../src/team/views/site-choice.tsx';
import { Button } from '../../src/ui/button.tsx';
import { Failed } from '../../src/ui/failed.tsx';
import { sayFailure } from '../../src/ui/failure-toast.ts';
import { Knot } from '../../src/ui/knot.tsx';
import { Section } from '../../src/ui/section.tsx';
import { Skeleton } from '../../src/ui/skeleton.tsx';
import { Toasts } from '../../src/ui/toast.tsx';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { NextSteps } from './next-steps.tsx';
import { TryPost } from './try-post.tsx';

type Read = Awaited<ReturnType<typeof readChoices>>;

function Head({ workspace, person }: { workspace: Workspace; person: Read['person'] }) {
  return (
    <header class="welcome-head">
      <p class="welcome-brand">
        <Knot />
        Musubi
      </p>
      <LanguageField workspace={workspace} person={person} />
      <h1>{t('welcomeTitle')}</h1>
      <p class="soft">{t('welcomeLead')}</p>
    </header>
  );
}

/** The choices on one page, with working defaults. */
function Choices({ workspace, choices, sites }: StepsProps) {
  const { person, channels } = choices;
  const preview = previewOf(person, channels);
  return (
    <>
      <Section title={t('welcomeSites')} about={t('welcomeSitesAbout')}>
        <SiteChoice choice={sites} />
      </Section>
      <Section title={t('welcomeTry')} about={t('welcomeTryAbout')}>
        <TryPost disclosure={preview.lines[0]?.text ?? ''} code={person.code} />
      </Section>
      <Section title={t('settingsDisclosure')} about={t('settingsDisclosureAbout')}>
        <CountryField workspace={workspace} person={person} preview={preview} />
      </Section>
    </>
  );
}

interface StepsProps {
  workspace: Workspace;
  choices: Read;
  sites: SiteSelection;
}

/** Start requests the selected sites within the press, and says what is missing where that is refused. */
function Start({ sites, finish }: { sites: SiteSelection; finish: () => void }) {
  const [refused, setRefused] = useState(false);
  const [pressed, setPressed] = useState(false);
  const { wanted, ownHost } = sites;
  const isMissing = refused && wanted.length > 0;
  const isWrong = ownHost?.isWrong === true;
  const start = () => {
    setPressed(true);
    // The field itself says what is wrong.
    if (isWrong) return document.querySelector<HTMLElement>('.site-choice [aria-invalid]')?.focus();
    if (wanted.length === 0) return finish();
    askFor(wanted.flatMap(({ origins }) => origins))
      .then((answer) => (answer === 'granted' ? finish() : setRefused(true)))
      .catch(sayFailure);
  };
  const words = isMissing
    ? t('welcomeMissing', { sites: wanted.map(({ name }) => name).join(t('fieldJoin')) })
    : t(wanted.length > 0 ? 'welcomeWillAsk' : 'welcomeSkip');
  return (
    <div class="welcome-start">
      <p class="soft" role="status">
        {pressed && isWrong ? t('welcomeNoHost', { typed: ownHost.typed.trim() }) : words}
      </p>
      <div class="welcome-buttons">
        {isMissing && !isWrong && <Button onClick={finish}>{t('welcomeWithout')}</Button>}
        <Button kind="shu" onClick={start}>
          {t(isMissing ? 'welcomeAgain' : 'welcomeStart')}
        </Button>
      </div>
    </div>
  );
}

/** First run: sites and country. No account and nothing mandatory; everything else comes later. */
export function Welcome({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readChoices(workspace), [workspace]);
  const sites = useSiteChoice(sitePorts.sites, sitePorts.hostOf);
  const [done, setDone] = useState(false);
  useLanguage(workspace);
  useEffect(() => {
    // An unwritable diary is reported by the read below.
    withCode(workspace).catch(() => undefined);
  }, [workspace]);
  useEffect(() => {
    document.title = `${t('welcomeTitle')} · Musubi`;
  });
  const finish = async () => {
    if (live.state === 'ready') await beginWithUsualChannels(workspace, live.value.person.country);
    await changeProfile(workspace, { welcomed: Date.now() });
    setDone(true);
    window.scrollTo(0, 0);
  };
  return (
    <div class="welcome">
      {live.state === 'failed' && <Failed error={live.error} />}
      {live.state === 'loading' && <Skeleton label={t('settingsReading')} />}
      {live.state === 'ready' && done && <NextSteps />}
      {live.state === 'ready' && !done && (
        <>
          <Head workspace={workspace} person={live.value.person} />
          <Choices workspace={workspace} choices={live.value} sites={sites} />
          <Start sites={sites} finish={() => void finish().catch(sayFailure)} />
        </>
      )}
      <Toasts />
    </div>
  );
}
