import { LIKE_LATIN, RADICALS } from './latin-confusables.ts';

/**
 * Letters that look like a Latin one, by that one: capitals before they are made small, since Η is an H and η an n. What
 * Unicode itself holds equal (widths, styles, ligatures, marks) is not listed; NFKC and NFD take care of it.
 * After https://www.unicode.org/reports/tr39/#Confusable_Detection, of the scripts that people have fonts for.
 */
const CAPITALS: Readonly<Record<string, string>> = {
  A: 'ΑАᎪᗅꓮ',
  B: 'ΒВᏴᗷꓐ',
  C: 'СϹᏟⲤꓚ',
  D: 'ᎠᗞꓓĐÐ',
  E: 'ΕЕᎬⴹꓰ',
  F: 'Ϝᖴꓝ',
  G: 'ԌᏀᏳꓖ',
  H: 'ΗНᎻᕼⲎꓧ',
  I: 'ΙІӀⲒꓲ',
  J: 'ЈᎫᒍꓙ',
  K: 'ΚКᏦⲔꓗ',
  L: 'ᏞᒪⳐꓡ',
  M: 'ΜМᎷⲘꓟ',
  N: 'ΝⲚꓠ',
  O: 'ΟОՕⲞꓳ',
  P: 'ΡРᏢᑭⲢꓑ',
  Q: 'Ԛⵕ',
  R: 'ᎡᏒᖇꓣЯ',
  S: 'ЅՏᏕᏚꓢႽ',
  T: 'ΤТᎢⲦꓔ',
  U: 'Ս∪ᑌꓴ',
  V: 'Ѵᐯⴸꓦ',
  W: 'ԜᎳᏔꓪ',
  X: 'ΧХⲬᚷꓫ',
  Y: 'ΥУҮᎩᎽⲨꓬ',
  Z: 'ΖᏃꓜ',
};

const SMALL: Readonly<Record<string, string>> = {
  a: 'αаɑᴀꭺ',
  b: 'βвьъƅƀɓƃꮟꞵϐ',
  c: 'сςⲥᴄꮯƈȼ',
  d: 'ԁɗɖđðꭰꮷժ',
  e: 'εеєҽҿⲉɇəɛꭼꬲ℮',
  f: 'ƒꞙẝքᵮ',
  g: 'ɡցԍɢɠǥƍ',
  h: 'һнհћђңҥӊӈիⲏʜɦꮋ',
  i: 'ιіɩɪıɨӏլⲓꙇꭵ',
  j: 'јϳյʝɉꭻ',
  k: 'κкқҝҡӄⲕᴋƙꮶ',
  l: 'łƚɫɭʟاו١۱ןⳑꮮ',
  m: 'μмӎⲙᴍɱꮇ',
  n: 'ηпɲɳŋɴոռⲛƞ',
  o: '٥۵ھοоσөѳօøɵᴏ〇סഠဝⲟہەه',
  p: 'ρрⲣᴘƥþрբꮲ',
  q: 'ԛգզʠ',
  r: 'гᴦʀɼɽⲅꭇꮁя',
  s: 'ѕꜱʂƽѕտꮪ',
  t: 'τтҭⲧᴛŧƭʈꭲ',
  u: 'υицսʋᴜʉꭎ',
  v: '٧۷νѵᴠⲩѵטꮩ',
  w: 'ωшщѡԝաꮃᴡɯѱ',
  x: 'χхҳⲭϰꭓ',
  y: 'γуүұўⲩʏɣყꭚƴ',
  z: 'ζᴢʐƶȥᵶꮓ',
  3: 'зҙӡʒȝ',
  6: 'б',
};

/** Characters of Japanese and Chinese of which each is drawn as the first, or as a form of it. */
const EAST = [
  'ロ口囗ㇿ',
  'カ力ヵ',
  'かゕ',
  'ケヶ',
  'けゖ',
  'ニ二',
  'ハ八ㇵ',
  'ト卜ㇳ',
  'タ夕',
  'エ工',
  'オ才',
  'チ千',
  'ミ三',
  'ノ丿',
  'メ乂',
  'ム厶ㇺ',
  'ヒ匕ㇶ',
  'イ亻',
  'シ氵ㇱ',
  'ヌ又ㇴ',
  'ネ礻',
  'ク勹ㇰ',
  'ヨ彐',
  'スㇲ',
  'フㇷ',
  'ホㇹ',
  'ラㇻ',
  'ルㇽ',
  'レㇾ',
  'ヘへㇸ',
  'リりㇼ',
  'ー一丨ｰ',
  '土士',
  '日曰',
  '未末',
  '己已巳',
  '干于',
  '戊戌戍',
  '鳥烏',
  '高髙',
  '崎﨑',
  '吉𠮷',
  '徳德',
  '濱濵',
  '瀬瀨',
  '青靑',
  '黒黑',
  '内內',
  'あぁ',
  'いぃ',
  'うぅ',
  'えぇ',
  'おぉ',
  'つっ',
  'やゃ',
  'ゆゅ',
  'よょ',
  'わゎ',
  'アァ',
  'イィ',
  'ウゥ',
  'エェ',
  'オォ',
  'ツッ',
  'ヤャ',
  'ユュ',
  'ヨョ',
  'ワヮ',
];

const one = (table: Readonly<Record<string, string>>) =>
  new Map(Object.entries(table).flatMap(([as, alike]) => [...alike].map((letter) => [letter, as] as const)));

const AS_CAPITAL = one(CAPITALS);
const AS_SMALL = new Map([...one(LIKE_LATIN), ...one(SMALL)]);
const AS_EASTERN = new Map(
  EAST.flatMap((alike) => {
    const [first = '', ...rest] = alike;
    return rest.map((letter) => [letter, first] as const);
  }),
);
/** What a radical alone is. */
const AS_CHARACTER = new Map(
  [...RADICALS.matchAll(/(.)(.)/gu)].map(([, radical = '', as = '']) => [radical, as]),
);
/** What two letters or more look like, and letters that are told apart by their foot alone. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/[æӕ]/g, 'ae'],
  [/œ/g, 'oe'],
  [/[i1|]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

const mapped = (text: string, as: ReadonlyMap<string, string>) =>
  text.replace(/[^\0-\x7f]/gu, (letter) => as.get(letter) ?? letter);

/** A digit of whatever script as that of ours. Each script's ten stand in a row, and no two rows touch. */
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
};

const skeletons = new Map<string, string>();
const MOST_SKELETONS = 50_000;

/**
 * What a name looks like: two names of one skeleton are taken for one another at a glance, by case, width, spaces, marks,
 * punctuation, or letters of another script.
 */
export function skeletonOf(name: string): string {
  const known = skeletons.get(name);
  if (known !== undefined) return known;
  const made = madeSkeleton(name);
  if (skeletons.size >= MOST_SKELETONS) skeletons.clear();
  skeletons.set(name, made);
  return made;
}

function madeSkeleton(name: string): string {
  // The marks of kana are letters of their own: は and ば; a mark on any other letter is easily overlooked.
  const bare = (text: string) => text.normalize('NFD').replace(/(?![\u3099\u309a])\p{M}/gu, '');
  const compatible = bare(name.normalize('NFKC'));
  const small = bare(mapped(compatible, AS_CAPITAL).toLowerCase());
  const latin = mapped(mapped(mapped(small, AS_CHARACTER), AS_SMALL), AS_EASTERN);
  const digits = latin.replace(/(?![0-9])\p{Nd}/gu, digit);
  const joined = JOINED.reduce((text, [pattern, as]) => text.replace(pattern, as), digits);
  // Pictures and signs tell people apart only where there is nothing else.
  return joined.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '') || joined.replace(/\s/gu, '');
}
