import { LIKE_LATIN, RADICALS } from './latin-confusables.ts';

/**
 * Letters that look like a Latin letter, keyed by that letter: capitals are mapped before lowercasing, since Η looks like H
 * but η like n. What Unicode itself treats as equal (widths, styles, ligatures, marks) is not listed; NFKC and NFD handle it.
 * After https://www.unicode.org/reports/tr39/#Confusable_Detection, for scripts that people have fonts for.
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

/** Japanese and Chinese characters that look like, or are variants of, the first one of their group. */
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
/** The character that each radical stands for. */
const AS_CHARACTER = new Map(
  [...RADICALS.matchAll(/(.)(.)/gu)].map(([, radical = '', as = '']) => [radical, as]),
);
/** Sequences that look like one letter, and letters that differ only by a serif. */
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

/** A digit of any script as ASCII. In Unicode each script's ten digits are consecutive, and no two such runs touch. */
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
};

const skeletons = new Map<string, string>();
const MOST_SKELETONS = 50_000;

/**
 * A name reduced to what it looks like: two names with the same skeleton are easily confused, since they differ only in
 * case, width, spaces, accents, punctuation or letters of another script.
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
  // Voicing marks make other kana (は and ば) and stay; accents on any other letter are easily overlooked.
  const bare = (text: string) => text.normalize('NFD').replace(/(?![\u3099\u309a])\p{M}/gu, '');
  const compatible = bare(name.normalize('NFKC'));
  const small = bare(mapped(compatible, AS_CAPITAL).toLowerCase());
  const latin = mapped(mapped(mapped(small, AS_CHARACTER), AS_SMALL), AS_EASTERN);
  const digits = latin.replace(/(?![0-9])\p{Nd}/gu, digit);
  const joined = JOINED.reduce((text, [pattern, as]) => text.replace(pattern, as), digits);
  // Emoji and symbols count only in a name that has no letters or digits.
  return joined.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '') || joined.replace(/\s/gu, '');
}
