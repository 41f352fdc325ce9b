import type { PostKind } from '../post.ts';

/**
 * What schema.org's types are to us. Of several things on a page the one whose type stands earlier is what the
 * page is about.
 */
const TYPES: readonly (readonly [kind: PostKind, types: string])[] = [
  ['post', 'SocialMediaPosting DiscussionForumPosting Question'],
  [
    'article',
    'NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting BlogPosting TechArticle ScholarlyArticle SatiricalArticle AdvertiserContentArticle Report Article Recipe HowTo',
  ],
  ['product', 'Product ProductGroup IndividualProduct ProductModel Vehicle Car'],
  ['video', 'VideoObject Clip Movie TVEpisode'],
  ['profile', 'ProfilePage Person'],
  [
    'page',
    'Event MusicEvent Course Book PodcastEpisode MusicRecording MusicAlbum JobPosting SoftwareApplication WebApplication MobileApplication Review Place LocalBusiness Restaurant CafeOrCoffeeShop Store Hotel Dataset CreativeWork ItemPage AboutPage CollectionPage WebPage',
  ],
  [
    'profile',
    'Organization Corporation NGO NewsMediaOrganization EducationalOrganization OnlineStore MusicGroup',
  ],
];

/** Stands on every page of a site as its publisher: only where it says so is the page about it. */
const PUBLISHERS = new Set(TYPES.at(-1)?.[1].toLowerCase().split(' '));

const ORDER: readonly (readonly [kind: PostKind, type: string])[] = TYPES.flatMap(([kind, types]) =>
  types
    .toLowerCase()
    .split(' ')
    .map((type) => [kind, type] as const),
);

/** The kind of a thing and its rank, lower first; null for what no page is about (a breadcrumb, a publisher). */
export function kindOf(
  types: readonly string[],
): { kind: PostKind; rank: number; publisher: boolean } | null {
  const known = new Set(types.map((type) => type.toLowerCase()));
  const rank = ORDER.findIndex(([, type]) => known.has(type));
  const [kind, type] = ORDER[rank] ?? [];
  return kind && type ? { kind, rank, publisher: PUBLISHERS.has(type) } : null;
}
