/**
 * Units of abbreviated counts, lowercase, without a final dot unless it distinguishes two. `*`: any ending,
 * `_`: a space. From CLDR's compact forms and from the sites themselves.
 *
 * Where a letter means different numbers, none is read: a count off by a thousand is worse than none. `t` is a
 * thousand in Danish and 10⁹ in Vietnamese, `j` a million in Malay. Exceptions: `M` as a million (Indonesian:
 * 10⁹), and `5m` and `1w` as counts (no count is read where times are).
 */
const WORDS: readonly (readonly [value: number, words: string])[] = [
  [Number.NaN, 't j min м'],
  [
    1e3,
    'k thousand mil t. mila mille millier* tsd tausend duizend tys tysiąc* tysięcy тыс тысяч* тис тисяч* хил хиляд* хиљ хиљад* rb ribu n nghìn bin tn tusen tusind tuhat* tis tisíc* tisuć* e ezer mie mii de_mii χιλ χιλιάδ* ألف آلاف هزار אלף हज़ार हजार হাজার হা พัน 千 천 ہزار ह libo elfu ming mijë tuh duisend na_libo tusin tisoč* tūkst* miler milers míle mhíle þ þúsund мың илј илјад*',
  ],
  [1e4, 'w 万 萬 만 หมื่น'],
  [1e5, 'lakh लाख লাখ লা لاکھ แสน'],
  [
    1e6,
    'm mi mio mn mln mlj milj mill mil. million* millón* millones milhão milhões milione* milioni* miljoen* milion* milión* milió milijon* miliwn na_milyon milioi* milliún mhilliún milljón* milijun* miljon* miljoon* millió milioane de_milioane мил jt juta tr triệu milyon млн миллион* мільйон* милион* εκ εκατομμύρι* مليون ملايين میلیون מיליון ล้าน 百万 백만',
  ],
  [1e7, 'cr crore करोड़ करोड क॰ कोटी কোটি কো کروڑ 千万 천만'],
  [1e8, '億 亿 억'],
  [
    1e9,
    'b bi bn billion bilhão bilhões md mld mrd mia mlr mm milliard* miliard* milijard* miljard* milyar miliar mr tỷ mil_m mil_millones mil_milhões млрд миллиард* мільярд* милиард* милијард* milliárd* δισ δισεκατομμύρι* مليار میلیارد מיליארד พันล้าน अ॰ अरब अब्ज ارب mjd milljarð*',
  ],
  [1e12, '兆 万亿 조'],
];

function patternOf(word: string): string {
  return word.normalize('NFC').replace('.', '\\.').replace('_', '\\s').replace('*', '[\\p{L}\\p{M}]*');
}

/** Each unit's value, and the pattern of its words at the start of a text, longer words first. */
export const UNITS: readonly (readonly [value: number, pattern: RegExp])[] = WORDS.map(([value, words]) => {
  const all = words.split(' ').sort((a, b) => b.length - a.length);
  return [value, new RegExp(`^(?:${all.map(patternOf).join('|')})`, 'iu')];
});

/**
 * Letters that are a unit only with, or only without, a space before. `1.2B` is a billion; `1,2 B` may be
 * Turkish bin (a thousand); `5 m` are metres or minutes.
 */
export const NEEDS_SPACE: Readonly<Record<string, boolean>> = {
  b: false,
  B: false,
  m: false,
  w: false,
  W: false,
  n: true,
  N: true,
  e: true,
  E: true,
};
