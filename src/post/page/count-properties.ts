import { parseCount } from '../parse-count.ts';
import type { Count, CountName, Post } from '../post.ts';
import { bare, type Item, isItem, itemsOf, textIn, valuesOf } from './schema-item.ts';

const ACTIONS: Readonly<Record<string, CountName>> = {
  LikeAction: 'likes',
  UserLikes: 'likes',
  CommentAction: 'replies',
  ReplyAction: 'replies',
  UserComments: 'replies',
  ShareAction: 'reposts',
  WatchAction: 'views',
  ViewAction: 'views',
  UserPlays: 'views',
  UserPageVisits: 'views',
  BookmarkAction: 'bookmarks',
};

const PROPS: readonly (readonly [name: string, count: CountName])[] = [
  ['commentCount', 'replies'],
  ['answerCount', 'replies'],
  ['upvoteCount', 'score'],
];

function counter(item: Item): [CountName | undefined, Count | null] {
  const [type] = valuesOf(item, 'interactionType');
  const name = isItem(type) ? (type.types[0] ?? bare(type.id)) : bare(type ?? '');
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  return [action, parseCount(textIn(item, 'userInteractionCount'))];
}

/** Older microdata: `UserComments:12`, or a bare number, which for a video means views. */
function older(text: string): [CountName | undefined, Count | null] {
  const [, name = 'WatchAction', number = ''] = /^(?:(\w+):)?\s*(\S.*)/.exec(text.trim()) ?? [];
  return [Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined, parseCount(number)];
}

/** Counts in a thing's data. The first of a name wins. */
export function countsOf(item: Item): Post['counts'] {
  const found = [
    ...itemsOf(item, 'interactionStatistic').map(counter),
    ...PROPS.map(([name, count]) => [count, parseCount(textIn(item, name))] as const),
    ...valuesOf(item, 'interactionCount').flatMap((value) => (isItem(value) ? [] : [older(value)])),
  ];
  const counts: Post['counts'] = {};
  for (const [name, count] of found) if (name && count) counts[name] ??= count;
  return counts;
}
