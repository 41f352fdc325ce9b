import tidy from 'tidy-url/data/rules.js';

/**
 * Names that tidy-url's Global rule takes away and we leave, by reason. A name that may do something on the
 * page, or that its owner chose, is worth more than a tidy address.
 */
const LEFT: Record<string, RegExp> = {
  // The owner's own campaign labels, on Google, Matomo and in-house names: they name no person and no click.
  'campaign label': /^(utm|pk|piwik|mtm|itm|int|ga)_|^cmpid$/,
  // MusicBrainz ids are called this too.
  'also an id': /^mbid$/,
  // Seen as a node, news or nonce id besides a campaign's.
  'also a content id': /^ncid$/,
  // Two letters or a prefix that sites use for sessions and their own switches.
  'too short to be sure': /^(__s|elq)$/,
};

/** Identifiers of a click or of a person that the Global rule lacks, by who adds them. */
const ADDED: Record<string, readonly string[]> = {
  google: ['dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl', '_gac'],
  meta: ['igshid', 'igsh', 'fb_action_ids', 'fb_action_types', 'mibextid'],
  microsoft: ['msclkid'],
  x: ['twclid', 'ref_src', '__twitter_impression'],
  linkedin: ['li_fat_id'],
  others: ['ttclid', 'sccid', 'epik', 'irclickid', 'wickedid', 'ef_id', 's_kwcid', '_branch_match_id'],
  yahoo: ['yclid', 'ymclid', 'ysclid', 'guccounter', 'guce_referrer', 'guce_referrer_sig'],
  line: ['ldtag_cl'],
  china: ['bd_vid', 'qz_gdt', 'gdt_vid', 'isappinstalled', 'nsukey'],
  mail: ['_kx', 'ml_subscriber', 'ml_subscriber_hash', 'ck_subscriber_id', '_bhlid', 'mc_tc', '_openstat'],
};

function isLeft(name: string): boolean {
  return Object.values(LEFT).some((pattern) => pattern.test(name));
}

const globalNames = (tidy.find((rule) => rule.name === 'Global')?.rules ?? []).filter(
  (name): name is string => typeof name === 'string',
);

/** Query names that say who clicked or which click it was, lowercase: removed from every target. */
export const CLUTTER: ReadonlySet<string> = new Set(
  [...globalNames, ...Object.values(ADDED).flat()]
    .map((name) => name.toLowerCase())
    .filter((name) => !isLeft(name)),
);
