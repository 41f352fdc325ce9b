/** Words as people write them, in every length and writing that a screen has to take. */
export const TEXTS = [
  '秋の深煎り「夕凪」ができました。くるみとカラメルの香り。今週末は神保町の店先で試飲できます☕',
  'Short.',
  'We moved the whole team over in one afternoon and nobody had to be convinced twice, which for a group of eleven designers is close to a miracle 🎉',
  '新しい産地の豆は、酸味がやわらかくて毎日飲んでも飽きません。うちの店でも定番にしたいので、来月の分もお願いします。',
  '这家的手冲真的很稳，周末带朋友去又喝了两杯，连平时不喝咖啡的同事都说好喝，强烈推荐给住在附近的你们。',
  'https://shop.example/collections/autumn-2026/products/an-address-that-nobody-would-ever-type-by-hand?variant=8812345678901',
  '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 家族みんなで',
  'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterin',
  'صباح الخير، القهوة اليوم رائعة وطعمها يذكرني بأيام الجامعة',
];
export const NAMES = [
  'あおい',
  'あさひ珈琲焙煎所 神保町本店（公式）【毎朝七時から営業しています】',
  'Mia Stone',
  'Wolfeschlegelsteinhausenbergerdorff-Papadopoulos, Maximilian Alexander',
  '王小明🐟',
  'محمد الأمين',
  'x',
];
export const FAMILIES = ['佐藤', 'Okafor', '陈', 'Lindqvist', '高橋', 'حداد'];
export const TAGS = [
  '味',
  'autumn',
  'とても長いタグの名前をつける人もいますので',
  'customer-voice-2026-q4-campaign',
  '包装',
  '☕️',
];
export const SITES = ['x', 'bluesky', 'note', 'page', 'mastodon', 'linkedin'];
export const CHANNELS = ['x', 'line', 'bluesky', 'hatena', 'linkedin', 'threads', 'mastodon', 'copy'];

/** The nth of a list that begins again. */
export function nth<Value>(list: readonly Value[], n: number): Value {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
