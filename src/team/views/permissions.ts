import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The result of requesting permissions. A refusal is an answer, not an error. */
export type Answer = 'granted' | 'refused' | 'failed';

/**
 * Requests permission for exactly these hosts (match patterns). Has to be called synchronously in the click: after an
 * await the browser refuses (Chrome: "must be called during a user gesture"; Firefox likewise).
 */
export function askFor(origins: readonly string[]): Promise<Answer> {
  return browser.permissions.request({ origins: [...origins] }).then(
    (granted) => (granted ? 'granted' : 'refused'),
    () => 'failed',
  );
}

/** Removes host permissions. `failed` if they were granted at installation and cannot be removed. */
export function giveBack(origins: readonly string[]): Promise<Answer> {
  return browser.permissions.remove({ origins: [...origins] }).then(
    (gone) => (gone ? 'granted' : 'refused'),
    () => 'failed',
  );
}

/** Runs a reading of permissions, and again whenever they change, here or in the browser's own settings. */
export function usePermissions<T>(read: () => Promise<T>, initial: T): T {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    let gone = false;
    const again = () =>
      void read().then((found) => {
        if (!gone) setValue(found);
      });
    again();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      gone = true;
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, []);
  return value;
}

/** Which of these are granted whole, by id. */
export async function grantedOf(
  sites: readonly { id: string; origins: readonly string[] }[],
): Promise<Set<string>> {
  const answers = await Promise.all(
    sites.map(async ({ id, origins }) => {
      const granted = origins.length > 0 && (await browser.permissions.contains({ origins: [...origins] }));
      return granted ? id : null;
    }),
  );
  return new Set(answers.filter((id) => id !== null));
}
