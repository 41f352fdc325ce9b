/**
 * Query names that say how somebody came to a page and nothing of the page itself, lowercase, by who adds them.
 * Only names that no site is known to use for its content: `ref`, `source` and `si` stay where they can mean more.
 */
const NAMES: Readonly<Record<string, string>> = {
  google: 'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl _gac',
  meta: 'fbclid fb_action_ids fb_action_types fb_source igshid igsh mibextid __tn__ __cft__[0]',
  microsoft: 'msclkid ocid',
  x: 'twclid ref_src ref_url __twitter_impression',
  linkedin: 'li_fat_id lipi',
  tiktok: 'ttclid is_from_webapp sender_device',
  pinterest: 'epik',
  yahoo: 'yclid ymclid ysclid guccounter guce_referrer guce_referrer_sig',
  line: 'ldtag_cl',
  china: 'spm_id_from vd_source bd_vid qz_gdt gdt_vid isappinstalled nsukey share_from_user_hidden',
  mail: 'mc_cid mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id _kx ml_subscriber ml_subscriber_hash ck_subscriber_id _bhlid',
  others: 'sccid irclickid wickedid ef_id s_kwcid _branch_match_id _openstat rb_clickid cmpid',
};

/** Labels of a campaign: Google's, Matomo's and the like. */
const FAMILIES = /^(?:utm|pk|piwik|mtm|matomo|hsa|itm|stm)_/;

const CLUTTER: ReadonlySet<string> = new Set(Object.values(NAMES).flatMap((names) => names.split(' ')));

/** Whether a query parameter of this name, decoded and in lowercase, is tracking clutter. */
export function isClutter(name: string): boolean {
  return CLUTTER.has(name) || FAMILIES.test(name);
}
