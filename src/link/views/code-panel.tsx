import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Download, ImagePlus, Trash2 } from '../../ui/icon.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { MOST_MARK, markFrom, markPlace } from '../../ui/qr-marked.ts';
import { saveFile } from '../../ui/save-file.ts';
import { showToast } from '../../ui/toast.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting, writeSetting } from '../../workspace/setting.ts';
import { type CodeFiles, codeFiles } from '../code-file.ts';
import { codeMark } from '../code-mark.ts';

type Made = { state: 'making' } | { state: 'made'; files: CodeFiles } | { state: 'unread' };

function useCode(address: string, mark: string | null): Made {
  const [made, setMade] = useState<Made>({ state: 'making' });
  useEffect(() => {
    let over = false;
    if (mark === null) return undefined;
    codeFiles(address, mark).then(
      (files) => over || setMade(files ? { state: 'made', files } : { state: 'unread' }),
      () => over || setMade({ state: 'unread' }),
    );
    return () => {
      over = true;
    };
  }, [address, mark]);
  return made;
}

interface CodePanelProps {
  workspace: Workspace;
  /** Names the file. */
  id: string;
  /** What the code says. */
  address: string;
}

/** A link's QR code to save as a picture; offered only after it was read back as the link. */
export function CodePanel({ workspace, id, address }: CodePanelProps) {
  const stored = useLive(() => readSetting(workspace, codeMark), [workspace]);
  const mark = stored.state === 'ready' ? stored.value : null;
  const made = useCode(address, mark);
  const name = `qr-${id}`;
  return (
    <section class="link-code" aria-label={t('linkCode')}>
      {made.state === 'made' && <Drawn files={made.files} />}
      <div class="link-code-acts no-print">
        <p class="caption" role="status">
          {made.state === 'making' && t('linkCodeMaking')}
          {made.state === 'unread' && t('linkCodeUnread')}
          {made.state === 'made' && t(mark && !made.files.mark ? 'linkCodeWithout' : 'linkCodeRead')}
        </p>
        {made.state === 'made' && (
          <p class="link-buttons">
            <Button
              icon={<Download aria-hidden="true" />}
              onClick={() => void made.files.png().then((file) => saveFile(file, `${name}.png`), sayFailure)}
            >
              {t('sheetQrPng')}
            </Button>
            <Button
              icon={<Download aria-hidden="true" />}
              onClick={() => saveFile(new Blob([made.files.svg], { type: 'image/svg+xml' }), `${name}.svg`)}
            >
              {t('sheetQrSvg')}
            </Button>
          </p>
        )}
        <MarkChoice workspace={workspace} mark={mark ?? ''} />
      </div>
    </section>
  );
}

function Drawn({ files: { code, mark } }: { files: CodeFiles }) {
  const { at, side } = markPlace(code);
  const share = (n: number) => `${(n / code.size) * 100}%`;
  return (
    <div class="link-code-picture">
      <QrCode code={code} label={t('linkCode')} />
      {mark && (
        <img
          alt=""
          src={mark}
          style={{ insetBlockStart: share(at), insetInlineStart: share(at), inlineSize: share(side) }}
        />
      )}
    </div>
  );
}

/** The mark in the middle of all one's codes: chosen from a picture, or taken out. */
function MarkChoice({ workspace, mark }: { workspace: Workspace; mark: string }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = async (file: File) => {
    if (file.size > MOST_MARK) return showToast(t('linkMarkWrong'));
    const chosen = await markFrom(file).catch(() => '');
    if (chosen === '') return showToast(t('linkMarkWrong'));
    await writeSetting(workspace, codeMark, chosen);
  };
  return (
    <p class="link-buttons">
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('linkMark')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void choose(file).catch(sayFailure);
          event.currentTarget.value = '';
        }}
      />
      <Button kind="quiet" icon={<ImagePlus aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t(mark ? 'linkMarkOther' : 'linkMark')}
      </Button>
      {mark && (
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void writeSetting(workspace, codeMark, '').catch(sayFailure)}
        >
          {t('linkMarkOut')}
        </Button>
      )}
    </p>
  );
}
