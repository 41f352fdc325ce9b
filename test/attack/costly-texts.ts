/** What is repeated: signs and words for which some pattern or loop takes a turn. */
const WORDS = [
  ...'()[]{}<>/\\#?&=%+-_.,:;!*~@$^`\'" \t\n\r\0aZ0',
  ...['あ', '。', '、', '\u3000', '＃', 'e\u0301', '٣', '\u202e', '\u200d', '👍', '👨‍👩‍👧‍👦', '\ud83d'],
  ...[
    '%20',
    '%e3%81',
    '&amp;',
    '<b>',
    '<!--',
    '/*',
    '//',
    '..',
    '","',
    '\\"',
    'a=b&',
    'a,b\n',
    '"a",',
    '{"a":',
    '[[',
  ],
  ...[
    '10.0.0.1, ',
    'for=1.2.3.4;',
    'for="',
    '1,000 ',
    '1.',
    '2026-11-30T',
    '#tag ',
    '@name@host.example ',
    'name:',
  ],
  ...['www.', 'a.b', 'logo', 'employee', 'ad ', 'https://', 'https://a.example/(', 'https://a.example/x) '],
  ...['Android ', 'Mozilla/5.0 (', 'MQQBrowser/', 'CFNetwork/', 'constructor.', '__proto__'],
] as const;

/** What stands before and behind, so that a reader begins at all and does not end at once. */
const HEADS = ['', 'https://a.example/?', 'Mozilla/5.0 ('] as const;
const TAILS = ['', '\0', 'a'] as const;

/** Words no two of which are alike: what is looked for among the others is found at their end, or never. */
const COUNTED = ['a#=1&', 't# ', 'https://#.example/ ', 'a#,', '@a# ', '"a#","b"\n'] as const;

function counted(word: string, size: number): string {
  const words = Array.from({ length: Math.ceil(size / (word.length + 3)) }, (_, n) =>
    word.replace('#', n.toString(36)),
  );
  return words.join('');
}

/** Makes a text that may be costly, of about so many characters. */
export type Maker = (size: number) => string;

export const COSTLY_TEXTS: readonly Maker[] = HEADS.flatMap((head) =>
  WORDS.flatMap((word) =>
    TAILS.map((tail) => (size: number) => head + word.repeat(Math.ceil(size / word.length)) + tail),
  ),
);

export const COUNTED_TEXTS: readonly Maker[] = ['', 'https://a.example/?'].flatMap((head) =>
  COUNTED.map((word) => (size: number) => head + counted(word, size)),
);
