import { vi } from 'vitest';
import { browser } from '../browser-stand-in.ts';

/** The browser answers for these hosts that the person let us read them; `vi.restoreAllMocks` ends it. */
export function grantOnly(granted: ReadonlySet<string>): void {
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async (asked) => {
    const { origins } = asked as { origins: string[] };
    return origins.every((origin) => granted.has(origin));
  });
}
