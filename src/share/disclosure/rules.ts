import type { Rule } from './rule.ts';

/** Networks with tight limits get the short form. */
const SHORT = ['x', 'bluesky', 'hatena', 'weibo', 'sms'];

/** A marker at the very start, after any bracket, hash or bar. */
const start = (words: string) => new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${words})`, 'iu');

const HASHTAGS_NOBODY_READS =
  /#(?:spon|sp|ee|partner|collab|ambassador|affiliate|aff|gifted|thanks)(?![\p{L}\p{N}])/iu;
const SPONSORED_TURNS = /\b(?:thanks to|in association with|powered by|made possible by|sponsored by)\b/iu;

/**
 * 景品表示法 5条3号, 令和5年内閣府告示19号 (in force 2023-10-01): 広告, 宣伝, プロモーション or PR where it is read first; last among
 * hashtags does not count.
 */
const JP: Rule = {
  id: 'jp',
  version: 2,
  country: 'JP',
  why: 'disclosureWhyJp',
  templates: {
    ja: {
      named: '【PR】{company}の社員です。',
      unnamed: '【PR】勤め先についての投稿です。',
      earns: '【PR】紹介リンクです。報酬を受け取ることがあります。',
      also: '紹介料を受け取ることがあります。',
    },
    en: {
      named: '[PR] I work at {company}.',
      unnamed: '[PR] This is about the company I work for.',
      earns: '[PR] I may earn from this link.',
      also: ' I may also earn from this link.',
    },
    'zh-CN': {
      named: '【广告】我是{company}的员工。',
      unnamed: '【广告】这条内容与我任职的公司有关。',
      earns: '【广告】通过此链接我可能获得报酬。',
      also: '通过此链接也可能获得报酬。',
    },
  },
  must: [
    start('広告|宣伝|プロモーション|PR(?![a-z])|CM(?![a-z])|广告|廣告|ad(?:s|vert\\w*)?(?![a-z])|promotion'),
  ],
  never: [
    HASHTAGS_NOBODY_READS,
    /(?:#[^\s#]+\s+){3}#?(?:PR|広告|宣伝|プロモーション)/iu,
    /社員|従業員|提供|コラボ/u,
  ],
};

/** 16 CFR 255 (Endorsement Guides): employment is a material connection, to be disclosed each time in plain words. */
const US: Rule = {
  id: 'us',
  version: 2,
  country: 'US',
  why: 'disclosureWhyUs',
  templates: {
    en: {
      named: 'I work at {company}.',
      unnamed: 'This is about the company I work for.',
      earns: '#ad I may earn from this link.',
      also: ' I may also earn from this link.',
    },
    ja: {
      named: '{company}の社員です。',
      unnamed: '私の勤める会社についての投稿です。',
      earns: '【広告】紹介リンクです。報酬を受け取ることがあります。',
      also: '紹介料を受け取ることがあります。',
    },
    'zh-CN': {
      named: '我是{company}的员工。',
      unnamed: '这条内容与我任职的公司有关。',
      earns: '【广告】通过此链接我可能获得报酬。',
      also: '通过此链接也可能获得报酬。',
    },
  },
  must: [
    /\b(?:I|we)(?:'m| am| are|'re)? (?:work|employed)(?:ing)? (?:at|for|with|by)\b/iu,
    /employee\b/iu,
    /\bmy (?:own )?(?:employer|company)\b/iu,
    /(?:^|[^\p{L}\p{N}])#?(?:ad|advert|advertisement)(?![\p{L}\p{N}])/iu,
    /社員|従業員|勤め|勤務|広告|員工|员工|任职|就职|广告/u,
  ],
  never: [HASHTAGS_NOBODY_READS, SPONSORED_TURNS],
  mustEarn: [
    /(?:^|[^\p{L}\p{N}])#?(?:ad|advert|advertisement)(?![\p{L}\p{N}])/iu,
    /\b(?:earn|commission|paid (?:link|partnership)|affiliate link)\b/iu,
    /広告|報酬|紹介料|广告|报酬|佣金|有偿/u,
  ],
};

/** CAP Code section 2, CMA: recognisable as an ad before anybody engages with it; at least "ad" first. */
const UK: Rule = {
  id: 'uk',
  version: 2,
  country: 'UK',
  why: 'disclosureWhyUk',
  templates: {
    en: {
      named: '#ad I work at {company}.',
      unnamed: '#ad This is about the company I work for.',
      earns: '#ad I may earn from this link.',
      also: ' I may also earn from this link.',
    },
    ja: {
      named: '【広告 #ad】{company}の社員です。',
      unnamed: '【広告 #ad】勤め先についての投稿です。',
      earns: '【広告 #ad】紹介リンクです。報酬を受け取ることがあります。',
      also: '紹介料を受け取ることがあります。',
    },
    'zh-CN': {
      named: '【广告 #ad】我是{company}的员工。',
      unnamed: '【广告 #ad】这条内容与我任职的公司有关。',
      earns: '【广告 #ad】通过此链接我可能获得报酬。',
      also: '通过此链接也可能获得报酬。',
    },
  },
  must: [start('ad(?![\\p{L}\\p{N}])|advert(?:isement|ising)?(?![\\p{L}\\p{N}])|広告|广告')],
  never: [HASHTAGS_NOBODY_READS, SPONSORED_TURNS, /#[^\s#]+\s+#?ad\b/iu, /\bPR\b/u],
};

/**
 * Directive 2005/29/EC (UCPD), art. 7(2) and annex I no. 11, 22: the commercial intent must be obvious at first
 * sight.
 */
const EU: Rule = {
  id: 'eu',
  version: 2,
  country: 'EU',
  why: 'disclosureWhyEu',
  templates: {
    en: {
      named: 'Advertising: I work at {company}.',
      unnamed: 'Advertising: this is about the company I work for.',
      earns: 'Advertising: I may earn from this link.',
      also: ' I may also earn from this link.',
    },
    ja: {
      named: '【広告】{company}の社員です。',
      unnamed: '【広告】勤め先についての投稿です。',
      earns: '【広告】紹介リンクです。報酬を受け取ることがあります。',
      also: '紹介料を受け取ることがあります。',
    },
    'zh-CN': {
      named: '【广告】我是{company}的员工。',
      unnamed: '【广告】这条内容与我任职的公司有关。',
      earns: '【广告】通过此链接我可能获得报酬。',
      also: '通过此链接也可能获得报酬。',
    },
  },
  must: [
    start(
      'ad(?![\\p{L}\\p{N}])|advert(?:isement|ising)?(?![\\p{L}\\p{N}])|広告|广告|' +
        'werbung|anzeige|publicit[éeà]|publicidad|pubblicit[àa]|reclame|reklam|annons|mainos|advertentie',
    ),
  ],
  never: [HASHTAGS_NOBODY_READS, SPONSORED_TURNS, /#[^\s#]+\s+#?ad\b/iu],
};

/** 互联网广告管理办法 (2023-05-01) art. 9: an experience shared together with a way to buy must be marked 广告. */
const CN: Rule = {
  id: 'cn',
  version: 2,
  country: 'CN',
  why: 'disclosureWhyCn',
  templates: {
    'zh-CN': {
      named: '广告｜本人是{company}的员工。',
      unnamed: '广告｜内容与本人任职的公司有关。',
      earns: '广告｜通过此链接本人可能获得报酬。',
      also: '通过此链接也可能获得报酬。',
    },
    en: {
      named: '广告 (Ad) | I work at {company}.',
      unnamed: '广告 (Ad) | This is about the company I work for.',
      earns: '广告 (Ad) | I may earn from this link.',
      also: ' I may also earn from this link.',
    },
    ja: {
      named: '广告(広告)|{company}の社員です。',
      unnamed: '广告(広告)|勤め先についての投稿です。',
      earns: '广告(広告)|紹介リンクです。報酬を受け取ることがあります。',
      also: '紹介料を受け取ることがあります。',
    },
  },
  must: [start('广告')],
  never: [HASHTAGS_NOBODY_READS, /推广|合作|种草|体验|软广|恰饭|广子|#?ad\b/iu],
};

/** The person opted out of rules. */
const NONE: Rule = {
  id: 'none',
  version: 2,
  country: 'none',
  why: 'disclosureWhyNone',
  templates: null,
  must: [],
  never: [],
};

/** A country's rule with shorter wordings and the same patterns. */
function short(rule: Rule, templates: Rule['templates']): Rule {
  return { ...rule, id: `${rule.id}-short`, channels: SHORT, templates };
}

export const RULES: readonly Rule[] = [
  short(JP, {
    ja: {
      named: '【PR】{company}社員',
      unnamed: '【PR】勤め先の紹介',
      earns: '【PR】紹介リンク',
      also: '・紹介料あり',
    },
    en: {
      named: '[PR] {company} employee',
      unnamed: '[PR] About my employer',
      earns: '[PR] Paid link',
      also: ', paid link',
    },
    'zh-CN': {
      named: '【广告】{company}员工',
      unnamed: '【广告】我任职的公司',
      earns: '【广告】有偿链接',
      also: '，有偿链接',
    },
  }),
  JP,
  short(US, {
    en: {
      named: 'I work at {company}',
      unnamed: '#ad About my employer',
      earns: '#ad Paid link',
      also: ', paid link',
    },
    ja: {
      named: '{company}社員です',
      unnamed: '【広告】勤め先の紹介',
      earns: '【広告】紹介リンク',
      also: '・紹介料あり',
    },
    'zh-CN': {
      named: '我是{company}员工',
      unnamed: '【广告】我任职的公司',
      earns: '【广告】有偿链接',
      also: '，有偿链接',
    },
  }),
  US,
  short(UK, {
    en: {
      named: '#ad {company} employee',
      unnamed: '#ad About my employer',
      earns: '#ad Paid link',
      also: ', paid link',
    },
    ja: {
      named: '【広告 #ad】{company}社員',
      unnamed: '【広告 #ad】勤め先の紹介',
      earns: '【広告 #ad】紹介リンク',
      also: '・紹介料あり',
    },
    'zh-CN': {
      named: '【广告 #ad】{company}员工',
      unnamed: '【广告 #ad】我任职的公司',
      earns: '【广告 #ad】有偿链接',
      also: '，有偿链接',
    },
  }),
  UK,
  short(EU, {
    en: {
      named: 'Ad: {company} employee',
      unnamed: 'Ad: about my employer',
      earns: 'Ad: paid link',
      also: ', paid link',
    },
    ja: {
      named: '【広告】{company}社員',
      unnamed: '【広告】勤め先の紹介',
      earns: '【広告】紹介リンク',
      also: '・紹介料あり',
    },
    'zh-CN': {
      named: '【广告】{company}员工',
      unnamed: '【广告】我任职的公司',
      earns: '【广告】有偿链接',
      also: '，有偿链接',
    },
  }),
  EU,
  short(CN, {
    'zh-CN': {
      named: '广告｜{company}员工',
      unnamed: '广告｜我任职的公司',
      earns: '广告｜有偿链接',
      also: '，有偿链接',
    },
    en: {
      named: '广告 (Ad) | {company} employee',
      unnamed: '广告 (Ad) | About my employer',
      earns: '广告 (Ad) | Paid link',
      also: ', paid link',
    },
    ja: {
      named: '广告(広告)|{company}社員',
      unnamed: '广告(広告)|勤め先の紹介',
      earns: '广告(広告)|紹介リンク',
      also: '・紹介料あり',
    },
  }),
  CN,
  NONE,
];
