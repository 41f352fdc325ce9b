/**
 * Query parameters for tracking who clicked or shared, lowercase, by vendor. Only names that no site is known
 * to use for content. Used for capturing and sharing alike.
 */
const ANYWHERE: Readonly<Record<string, string>> = {
  google:
    'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl _gac gs_lcp gs_lcrp hsa_cam hsa_grp hsa_mt hsa_src hsa_ad hsa_acc hsa_net hsa_kw hsa_tgt hsa_ver hsa_la hsa_ol',
  meta: 'fbclid fb_action_ids fb_action_types fb_source igshid igsh igsi mibextid __tn__ __cft__[0]',
  microsoft: 'msclkid ocid',
  x: 'twclid ref_src ref_url __twitter_impression',
  linkedin: 'li_fat_id lipi lici rcm trackingid',
  reddit: 'rdt_cid',
  tiktok: 'ttclid is_from_webapp sender_device share_app_id share_link_id',
  snapchat: 'sccid scclid',
  pinterest: 'epik',
  yahoo: 'yclid ymclid ysclid guccounter guce_referrer guce_referrer_sig',
  line: 'ldtag_cl',
  china:
    'spm_id_from vd_source bd_vid qz_gdt gdt_vid isappinstalled nsukey share_from_user_hidden share_session_id share_crt_v',
  mail: 'mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id _kx ml_subscriber ml_subscriber_hash ck_subscriber_id _bhlid elqtrackid elqaid elqat elqcampaignid elqtrack',
  others: 'irclickid wickedid ef_id s_kwcid _branch_match_id _openstat rb_clickid echobox xtor',
};

/** The same for certain hosts and their subdomains, where a name may mean something else elsewhere. */
const ON_HOSTS: readonly (readonly [hosts: string, names: string])[] = [
  ['youtube.com youtu.be youtube-nocookie.com', 'si feature pp'],
  ['spotify.com', 'si nd dlsi context _branch_referrer'],
  ['soundcloud.com', 'si ref p c'],
  ['music.apple.com apps.apple.com podcasts.apple.com', 'itsct itscg ls uo'],
  ['instagram.com', 'igsid ig_rid ig_mid'],
  ['threads.net threads.com', 'xmt slof'],
  ['facebook.com fb.watch', 'rdid share_url sfnsn fs __xts__[0] hc_ref ref paipv eav notif_id notif_t'],
  ['x.com twitter.com', 's t cn cxt'],
  ['linkedin.com', 'trk trackingid midtoken midsig otptoken origin share_id'],
  ['reddit.com redd.it', 'share_id ref ref_source rdt correlation_id'],
  [
    'tiktok.com',
    '_r _t _d u_code sharer_language share_item_id share_author_id user_id sec_user_id tt_from source timestamp preview_pb checksum web_id sec_uid social_share_type ug_btm ugbiz_name',
  ],
  ['pinterest.com pin.it', 'invite_code sender sfo'],
  [
    'bilibili.com b23.tv',
    'share_source share_medium share_plat share_tag share_from unique_k timestamp bbid ts from_spmid plat_id buvid is_story_h5 up_id msource bsource seid mid from',
  ],
  [
    'xiaohongshu.com xhslink.com',
    'shareredid app_platform app_version author_share xhsshare appuid apptime share_id wechatwid wechatorigin share_channel apptitle',
  ],
  [
    'douyin.com iesdouyin.com',
    'share_sign share_version u_code did iid timestamp ts share_track_info titletype with_sec_did mid region',
  ],
  ['weibo.com weibo.cn', 'share_from weibo_id sourcetype from wm featurecode luicode lfid oid'],
  ['zhihu.com', 'utm_psn share_code invite_code session_id'],
  [
    'taobao.com tmall.com aliexpress.com 1688.com',
    'spm scm share_type ut_sk un suid sourcetype shareurl tbsocialpopkey bxsign pvid algo_pvid algo_exp_id gatewayadapt',
  ],
  ['jd.com', 'ad_od utm_user gx gxd cu'],
  [
    'amazon.com amazon.co.jp amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.ca amazon.in amazon.com.au amazon.cn',
    'ref ref_ social_share starsleft skiptwisterog newogt crid sprefix qid dib dib_tag pd_rd_w pd_rd_r pd_rd_wg pd_rd_i pf_rd_p pf_rd_r pf_rd_s pf_rd_t pf_rd_i content-id',
  ],
  ['ebay.com ebay.co.uk ebay.de', 'mkevt mkcid mkrid ssspo sssrc ssuid widget_ver media _trkparms _trksid'],
  ['substack.com', 'r triedredirect showwelcomeonshare isfreemail'],
  ['medium.com', 'source'],
  ['note.com', 'sub_rt from'],
  ['nytimes.com', 'smid smtyp referringsource'],
  ['twitch.tv', 'tt_medium tt_content'],
  ['quora.com', 'share ch srid'],
  ['imdb.com', 'ref_ pf_rd_p pf_rd_r pf_rd_s pf_rd_t pf_rd_i'],
  ['line.me', 'sp_id share_id'],
];

/**
 * Campaign labels: Google's, Matomo's and similar. They matter to their owner, not to somebody who captures the
 * page.
 */
const FAMILIES = /^(?:utm|pk|piwik|mtm|matomo|itm|stm)_|^cmpid$/;

const split = (names: string) => names.split(' ');
const NAMES: ReadonlySet<string> = new Set(Object.values(ANYWHERE).flatMap(split));
const BY_HOST: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ON_HOSTS.flatMap(([hosts, names]) => split(hosts).map((host) => [host, new Set(split(names))] as const)),
);

/** A host and its parent domains, down to two labels. */
function* domainsOf(host: string): Generator<string> {
  const parts = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let at = 0; at < parts.length - 1; at += 1) yield parts.slice(at).join('.');
}

/** Whether a parameter (decoded, lowercase) identifies who shared or clicked, on this host. */
export function saysWho(name: string, host: string): boolean {
  if (NAMES.has(name)) return true;
  for (const domain of domainsOf(host)) if (BY_HOST.get(domain)?.has(name)) return true;
  return false;
}

/** Whether a parameter (decoded, lowercase) is irrelevant to the page's content. */
export function isClutter(name: string, host: string): boolean {
  return FAMILIES.test(name) || saysWho(name, host);
}
