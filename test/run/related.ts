import { SITES } from '../../src/sites/sites.ts';

/** Hosts of the stand-ins, as an employer's sites: what is shared of them is disclosed then. */
const SITES_OF_ONES_OWN = [...SITES.flatMap(({ hosts }) => hosts), 'example.com', 'example'];

/** The profile's answer to the one question before a first share. */
export const RELATED = {
  employer: { sites: SITES_OF_ONES_OWN, accounts: [], names: [] },
  pays: [],
  answered: 1,
};

/** Runs in a page of the extension's own: writes a setting into the diary, which the background has made by then. */
async function settle([name, value]: readonly [string, unknown]): Promise<void> {
  await chrome.runtime.sendMessage({ musubi: 1, name: 'marks.all', ask: { site: 'x' } });
  const diary = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('musubi');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const writing = diary.transaction('settings', 'readwrite');
  writing.objectStore('settings').put({ name, value });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  diary.close();
}

interface Evaluating {
  evaluate(
    run: (setting: readonly [string, unknown]) => Promise<void>,
    setting: readonly [string, unknown],
  ): Promise<void>;
}

/** Gives that answer, by a page of the extension's own, so that one click shares. */
export const relate = (page: Evaluating): Promise<void> => page.evaluate(settle, ['relation', RELATED]);
