/** Files of the engine that still put capabilities together. */
export const COMPOSING = ['src/hub/hub.ts', 'src/hub/http/app.ts', 'src/hub/backup/erase.ts'];

/** What each folder of src takes of the others, exactly. The ground knows nothing of any capability. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  workspace: ['i18n'],
  ui: ['workspace', 'i18n'],
  post: ['workspace', 'i18n'],
  team: ['ui', 'workspace', 'i18n'],
  activity: ['post', 'ui', 'workspace', 'i18n'],
  link: ['team', 'activity', 'post', 'ui', 'workspace', 'i18n'],
  share: ['team', 'activity', 'link', 'post', 'ui', 'workspace', 'i18n'],
  capture: ['team', 'activity', 'post', 'ui', 'workspace', 'i18n'],
  draft: ['share', 'activity', 'post', 'ui', 'workspace', 'i18n'],
  results: ['share', 'team', 'activity', 'link', 'ui', 'workspace', 'i18n'],
  library: ['capture', 'share', 'team', 'activity', 'post', 'ui', 'workspace', 'i18n'],
  archive: ['ui', 'workspace', 'i18n'],
  privacy: ['ui', 'workspace', 'i18n'],
  hub: ['team', 'link', 'workspace', 'i18n'],
  'link/hub': ['link', 'hub', 'team', 'activity', 'workspace'],
  'results/hub': ['results', 'link/hub', 'hub', 'team', 'activity', 'link', 'workspace'],
  sites: [],
  feed: ['sites', 'post', 'ui'],
};
