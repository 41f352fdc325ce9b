/** What a column of another's file can hold. */
export const FIELDS = [
  'link',
  'target',
  'clicks',
  'day',
  'event',
  'source',
  'medium',
  'sourceMedium',
  'campaign',
  'content',
  'title',
  'created',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Headings by which exports name their columns, in lower case without signs: Bitly's links, Dub's links, analytics and
 * events, and Google Analytics' tables of traffic by `utm_*` in English, Japanese and Chinese. Verified 2026-11 against what
 * each service documents; an export whose headings are none of these is refused by name.
 */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  link: [
    'link',
    'bitlink',
    'short link',
    'shortlink',
    'short url',
    'shorturl',
    'custom bitlink',
    '短縮リンク',
    '短縮url',
    '短链接',
    '短链',
  ],
  target: [
    'long url',
    'longurl',
    'destination url',
    'destination',
    'url',
    'original url',
    'リンク先',
    '目标网址',
    '长链接',
  ],
  clicks: [
    'clicks',
    'total clicks',
    'link clicks',
    'user clicks',
    'total engagements',
    'engagements',
    'scans and clicks',
    'sessions',
    'クリック数',
    'クリック',
    'セッション',
    'セッション数',
    '点击次数',
    '点击数',
    '会话数',
    '会话',
  ],
  day: ['date', 'day', 'timestamp', 'start', 'click date', '日付', '日時', '日期', '时间'],
  event: ['event', 'event type', 'イベント', '事件'],
  source: [
    'source',
    'utm source',
    'session source',
    'session manual source',
    'first user source',
    'セッションの参照元',
    '参照元',
    '会话来源',
    '来源',
  ],
  medium: [
    'medium',
    'utm medium',
    'session medium',
    'session manual medium',
    'first user medium',
    'セッションのメディア',
    'メディア',
    '会话媒介',
    '媒介',
  ],
  sourceMedium: [
    'source medium',
    'session source medium',
    'first user source medium',
    'session manual source medium',
    'セッションの参照元 メディア',
    '参照元 メディア',
    '会话来源 媒介',
    '来源 媒介',
  ],
  campaign: [
    'campaign',
    'utm campaign',
    'session campaign',
    'session campaign name',
    'session manual campaign name',
    'first user campaign',
    'セッションのキャンペーン',
    'キャンペーン',
    '会话广告系列',
    '广告系列',
  ],
  content: [
    'utm content',
    'content',
    'session manual ad content',
    'manual ad content',
    '広告のコンテンツ',
    '广告内容',
  ],
  title: ['title', 'name', 'タイトル', '标题'],
  created: ['created', 'created at', 'creation date', 'date created', '作成日', '创建时间'],
};

/** A heading without case, signs and doubled spaces. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const BY_HEADING = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].map((name) => [plainHeading(name), field])),
);

/** Which field each column of a header row holds; the first column of a field counts. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  header.forEach((text, at) => {
    const field = BY_HEADING.get(plainHeading(text));
    if (field && !found.has(field)) found.set(field, at);
  });
  return found;
}

/** Whether a header tells clicks of something: of a link, or of labels, counted or one a row. */
export function tellsClicks(columns: ReadonlyMap<Field, number>): boolean {
  const ofLink = columns.has('link');
  const ofLabels = columns.has('source') || columns.has('sourceMedium') || columns.has('campaign');
  const isEvents = columns.has('event') && columns.has('day') && ofLink;
  return isEvents || (columns.has('clicks') && (ofLink || ofLabels));
}
