import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

interface LazyPageProps<Props> {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** A page whose script loads on demand, so that the first page appears at once. */
export function LazyPage<Props extends object>({ load, props }: LazyPageProps<Props>) {
  const [Page, setPage] = useState<ComponentType<Props> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (loaded) => setPage(() => loaded),
      () => setFailed(true),
    );
  }, []);
  if (failed) {
    const again = <Button onClick={() => location.reload()}>{t('uiReload')}</Button>;
    return (
      <Empty role="alert" title={t('navPageFailed')} action={again}>
        {t('navPageFailedHow')}
      </Empty>
    );
  }
  return Page && <Page {...props} />;
}
