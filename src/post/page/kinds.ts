import type { PostKind } from '../post.ts';

/** Our kinds of schema.org types. Of several things on a page, the one with the earliest type is the main one. */
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

/** Present on every page as the publisher: the subject only where stated. */
const PUBLISHERS = new Set(TYPES.at(-1)?.[1].toLowerCase().split(' '));

const ORDER: readonly (readonly [kind: PostKind, type: string])[] = TYPES.flatMap(([kind, types]) =>
  types
    .toLowerCase()
    .split(' ')
    .map((type) => [kind, type] as const),
);

/** The kind of a thing and its rank, lower first; null for what is never the subject (a breadcrumb, a publisher). */
export function kindOf(
  types: readonly string[],
): { kind: PostKind; rank: number; publisher: boolean } | null {
  const known = new Set(types.map((type) => type.toLowerCase()));
  const rank = ORDER.findIndex(([, type]) => known.has(type));
  const [kind, type] = ORDER[rank] ?? [];
  return kind && type ? { kind, rank, publisher: PUBLISHERS.has(type) } : null;
}
