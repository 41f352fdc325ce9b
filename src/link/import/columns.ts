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
  'term',
  'referrer',
  'device',
  'domain',
  'key',
  'customer',
  'title',
  'created',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Headings by which exports name their columns, in lower case without signs, of each field the best first: Bitly's links,
 * Dub's links, analytics and events, and Google Analytics' tables of traffic by `utm_*` in English, Japanese and Chinese.
 * Verified 2026-11 against what each service documents; an export whose headings are none of these is refused by name.
 */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  link: [
    'short link',
    'shortlink',
    'short url',
    'shorturl',
    'bitlink',
    'link',
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
    'total clicks',
    'clicks',
    'link clicks',
    'total engagements',
    'engagements',
    'scans and clicks',
    'user clicks',
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
  day: [
    'date',
    'day',
    'timestamp',
    'date hour yyyymmddhh',
    'date and hour',
    'date hour',
    'datehour',
    'date yyyymmdd',
    'start',
    'click date',
    'clicked at',
    '日付',
    '日時',
    '日付 時 yyyymmddhh',
    '日付と時間',
    '日期',
    '日期 小时 yyyymmddhh',
    '时间',
  ],
  event: ['event', 'event type', 'trigger', 'イベント', '事件'],
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
  term: ['utm term', 'term', 'session manual term', 'manual term'],
  referrer: ['referrer', 'referer', 'referring domain', 'referrer domain', 'リファラー', '引荐来源网址'],
  device: ['device', 'browser', 'os', 'country', 'city', 'デバイス', '国', '设备', '国家'],
  domain: ['domain', 'short domain'],
  key: ['key', 'slug', 'back half'],
  customer: ['customer', 'customer email', 'invoice id', 'sale amount'],
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

interface Heading {
  readonly field: Field;
  readonly rank: number;
}

const BY_HEADING = new Map<string, Heading>(
  FIELDS.flatMap((field) => HEADINGS[field].map((name, rank) => [plainHeading(name), { field, rank }])),
);

/** The columns of each field, the one with the best heading first. */
export type Columns = ReadonlyMap<Field, readonly number[]>;

/** Which fields the columns of a header row hold. */
export function columnsOf(header: readonly string[]): Columns {
  const found = header.flatMap((text, at) => {
    const heading = BY_HEADING.get(plainHeading(text));
    return heading ? [{ ...heading, at }] : [];
  });
  const byRank = found.sort((a, b) => a.rank - b.rank || a.at - b.at);
  const fields = Map.groupBy(byRank, ({ field }) => field);
  return new Map([...fields].map(([field, columns]) => [field, columns.map(({ at }) => at)]));
}

const LABELS: readonly Field[] = [
  'source',
  'sourceMedium',
  'medium',
  'campaign',
  'content',
  'term',
  'referrer',
];

/** Whether a header tells clicks of something: of a link, or of labels, counted or one a row. */
export function tellsClicks(columns: Columns): boolean {
  const ofLink = columns.has('link') || (columns.has('domain') && columns.has('key'));
  if (columns.has('clicks')) return ofLink || LABELS.some((field) => columns.has(field));
  // A row each: by how it came about, or with whence and with what it was followed. Customers bought, and clicked before.
  const isOfVisits = (columns.has('referrer') || columns.has('device')) && !columns.has('customer');
  return ofLink && columns.has('day') && (columns.has('event') || isOfVisits);
}
