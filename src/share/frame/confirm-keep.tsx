import { useState } from 'preact/hooks';
import type { RawPost } from '../../post/post.ts';
import { Button } from '../../ui/button.tsx';
import { CheckMark, CircleAlert } from '../../ui/icon.ts';
import type { Asking } from '../../workspace/ask.ts';
import { newId } from '../../workspace/ids.ts';
import type { SheetMessages } from '../sheet-messages.ts';
import { pressed } from '../views/sheet/press-guard.ts';
import { Why } from '../views/sheet/reason-line.tsx';
import { saying } from '../views/sheet/sheet-words.ts';

interface ConfirmKeepProps {
  post: RawPost;
  language: string;
  ask: Asking<SheetMessages>;
  close: () => void;
}

type KeepResult = { tone: 'done' | 'warn'; words: string };

/** Asks for confirmation before keeping a post, because the page may have hidden the pressed button. */
export function ConfirmKeep({ post, language, ask, close }: ConfirmKeepProps) {
  const say = saying(language);
  const [id] = useState(newId);
  const [result, setResult] = useState<KeepResult | null>(null);
  const keep = async () => {
    const saved = await ask('capture.keep', { id, post, at: Date.now() });
    if (saved.ok) setResult({ tone: 'done', words: say('askKept') });
    else setResult({ tone: 'warn', words: say('askFailed', { detail: saved.detail }) });
  };
  const Icon = result?.tone === 'done' ? CheckMark : CircleAlert;
  return (
    <section class="panel" lang={language}>
      <header>
        <h2 id="musubi-sheet-title">{say('askKeep')}</h2>
      </header>
      <Why words={say('sheetUnseen')} />
      <div class="sheet-body">
        <section class="preview" lang={post.lang || undefined}>
          <b>
            <bdi>{post.author.name || post.author.handle}</bdi>
          </b>
          {'\n'}
          <bdi>{post.text || post.title || post.url}</bdi>
        </section>
      </div>
      <div role="status">
        {result && (
          <div class="note" data-tone={result.tone}>
            <Icon aria-hidden="true" />
            <span>{result.words}</span>
          </div>
        )}
      </div>
      <footer>
        <Button onClick={(event) => pressed(event, close)}>
          {say(result?.tone === 'done' ? 'uiClose' : 'askKeepNo')}
        </Button>
        {result?.tone !== 'done' && (
          <Button kind="shu" onClick={(event) => pressed(event, () => void keep())}>
            {say('askKeepYes')}
          </Button>
        )}
      </footer>
    </section>
  );
}
