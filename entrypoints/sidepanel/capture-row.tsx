import type { ComponentChildren } from 'preact';
import type { Capture } from '../../src/capture/capture.ts';
import { age } from '../../src/i18n/age.ts';
import { moment } from '../../src/i18n/format.ts';
import { current, t } from '../../src/i18n/language.ts';
import { ArrowUpRight } from '../../src/ui/icon.ts';

/** Most characters that two lines can show. */
const WORDS = 160;

/** A capture's text. */
export function wordsOf({ read }: Capture): string {
  return (read.title || read.text || t('captureNoText')).slice(0, WORDS);
}

interface CaptureRowProps {
  capture: Capture;
  now: number;
  children?: ComponentChildren;
}

/** A capture: its text leads to it in the companion, the arrow to its source. */
export function CaptureRow({ capture, now, children }: CaptureRowProps) {
  const { language } = current.value;
  const { read } = capture;
  const words = wordsOf(capture);
  return (
    <li class="panel-row">
      <div class="panel-about">
        <a
          class="panel-thing"
          dir="auto"
          lang={read.lang || undefined}
          href={`/companion.html#/captures/${capture.id}`}
          target="_blank"
          rel="noreferrer"
        >
          {words}
        </a>
        <p class="caption panel-facts">
          <bdi class="one-line">{read.author.name || read.author.handle || t('captureNobody')}</bdi>
          <time dateTime={new Date(capture.at).toISOString()} title={moment(capture.at, language)}>
            {age(capture.at, now)}
          </time>
        </p>
      </div>
      <a
        class="button"
        data-kind="quiet"
        data-bare
        href={read.url}
        target="_blank"
        rel="noreferrer"
        title={t('captureOriginal')}
        aria-label={t('captureOriginalOf', { thing: words.slice(0, 60) })}
      >
        <ArrowUpRight aria-hidden="true" />
      </a>
      {children}
    </li>
  );
}
