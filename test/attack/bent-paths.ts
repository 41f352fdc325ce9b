/** Paths that somebody bends a link into. `ID` stands for a link that leads to a target; none leads anywhere else. */
export const BENT_PATHS = [
  '/ID//evil.example',
  '/ID/https://evil.example',
  '/ID/../evil',
  '/ID/%2e%2e/evil',
  '/ID%2f%2fevil.example',
  '/ID@evil.example',
  '/ID:80',
  '/ID;evil',
  '/ID%00',
  '/ID%0d%0aLocation:%20https://evil.example',
  '/ID.q.q',
  '/ID.Q',
  '/./ID',
  '/../ID',
  '/%2f/ID',
  '/%5cID',
  '/\\ID',
  '/ID\\evil',
  '/?ID',
  '/redirect?url=https://evil.example',
  '/?url=https://evil.example',
  '/r/ID',
  '//evil.example/ID',
  '///evil.example',
  '/\\evil.example',
  '/https://evil.example',
  '/https:evil.example',
  '/%68ttps://evil.example',
  '/.evil.example',
  'http://evil.example/ID',
  'https://evil.example/',
  'evil.example/ID',
  '/app/..//evil.example',
  '/app/%2e%2e//evil.example',
  '/app//evil.example',
  '/api//evil.example',
  '/media//evil.example',
  '/app/\\evil.example',
] as const;

/** What is added to a link and changes nothing: it leads to its own target. */
export const LOADED_PATHS = [
  '/ID?url=https://evil.example',
  '/ID?https://evil.example',
  '/ID?next=//evil.example&target=evil',
  '/ID?%0d%0aLocation:https://evil.example',
  '/ID.q?x=y',
  // As mail programs, proxies and people write them.
  '/ID/',
  '/ID.q/',
  '//ID',
  '//ID/?x',
] as const;

/** Names in `Host` under which no hub answers. `HOST` stands for its own, port included. */
export const FOREIGN_HOSTS = ['evil.example', 'evil.example:PORT', 'HOST.evil.example'] as const;

/** What somebody claims of where they come from, in every header that some proxy uses. */
export const FORGED_SOURCES = ['1.2.3.4', '5.6.7.8, 9.9.9.9', '::1', 'x'] as const;
export const forgedHeaders = (source: string): Record<string, string> => ({
  'x-forwarded-for': source,
  'x-real-ip': source,
  forwarded: `for=${source}`,
  'cf-connecting-ip': source,
});
