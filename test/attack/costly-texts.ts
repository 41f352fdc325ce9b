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

/** Makers of texts that may be costly, each of about so many characters. */
export const COSTLY_TEXTS: readonly ((size: number) => string)[] = HEADS.flatMap((head) =>
  WORDS.flatMap((word) =>
    TAILS.map((tail) => (size: number) => head + word.repeat(Math.ceil(size / word.length)) + tail),
  ),
);
