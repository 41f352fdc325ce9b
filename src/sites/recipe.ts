/**
 * A site's file. Data only, without functions, so that a recipe can be validated, sent and patched as JSON.
 *
 * Selectors in order of durability: permalink patterns and `time[datetime]`, attributes of custom elements,
 * test hooks, ARIA roles and structure. Never hashed classes or label words (localised). Newer candidates go
 * first; old ones stay while a site still serves them.
 */

/** Named transforms of an element or a string. */
export type As =
  /** Text as a reader sees it, with emoji and line breaks. */
  | 'text'
  /** The same where line breaks in the source are the author's own, whatever the stylesheet. */
  | 'lines'
  /** An absolute address. */
  | 'address'
  /** A time: ISO text or milliseconds since 1970. */
  | 'moment'
  /** The time encoded in an id of the site. */
  | 'x-id'
  | 'mastodon-id'
  | 'bluesky-id'
  | 'instagram-id'
  | 'linkedin-id';

/** One place where a value may be. The first candidate that yields a value wins. */
export interface Candidate {
  /** Selector within the post; empty for the post itself. `{0}`, `{1}`… are parts of the id's pattern. */
  readonly at: string;
  /** From there, the closest ancestor that matches. */
  readonly up?: string;
  /** Attribute, or name of a page property; absent for the text. */
  readonly attr?: string;
  /** Parts that are not the author's text: the site's own button within it. */
  readonly without?: string;
  /** Or the page's address, only for the main post; or a property that only the page's scripts store. */
  readonly from?: 'location' | 'held';
  /**
   * Prefix that identifies the post, before a space, where the value may be another post's: `{1}`. The rest is
   * the value.
   */
  readonly of?: string;
  /** Also search nested posts that name this one: what a comment answers. */
  readonly any?: true;
  /** Pattern that the value must match. */
  readonly re?: string;
  /** Template of the pattern's groups: `https://x.com/$1/status/$2`. Absent: group 1, or the whole match. */
  readonly to?: string;
  readonly as?: As;
  /** The longest of several, for text without any other hook. */
  readonly longest?: true;
}

/** Where pictures and videos are. */
export interface MediaPlace {
  readonly kind: 'image' | 'video';
  readonly at: string;
  readonly attr: string;
  /** Pattern and replacement to get the full picture from the attribute. */
  readonly re?: string;
  readonly to?: string;
  readonly alt?: string;
}

/** Where our two buttons go. */
export interface Bar {
  readonly at: string;
  /** From there, the closest ancestor that matches, or so many parents up. */
  readonly up?: string;
  readonly put: 'append' | 'before' | 'after';
  /** Slot of the site's element, where its row is in a shadow root. */
  readonly slot?: string;
  /** No row: the pair is over the foot of the picture before it. */
  readonly over?: true;
}

export interface Fields {
  readonly url: readonly Candidate[];
  readonly name: readonly Candidate[];
  readonly handle: readonly Candidate[];
  readonly profile: readonly Candidate[];
  readonly text: readonly Candidate[];
  readonly title?: readonly Candidate[];
  readonly lang?: readonly Candidate[];
  readonly time: readonly Candidate[];
}

/** One form of a post on a site: a card, a page's main post, a comment. */
export interface Form {
  readonly kind: 'post' | 'comment' | 'article' | 'video';
  /** Pattern of the page's path; the form exists only there. */
  readonly on?: string;
  /** Selectors of a post's root. */
  readonly root: readonly string[];
  /** Excluded roots: an advertisement. */
  readonly not?: string;
  /** The root must contain this itself; otherwise it only looks like a post. */
  readonly needs?: string;
  /** The root must not contain this. */
  readonly lacks?: string;
  /** Posts of this form nest (comments and replies). */
  readonly nests?: true;
  /** Attribute by which nested roots are the same post in several shells: the outer one counts. */
  readonly copies?: string;
  /** Cheap test of another form's new post: where it does not match, no root of this form is inside. */
  readonly sign?: string;
  /** One at a time fills the window, and the page's address belongs to it. */
  readonly swiped?: true;
  /** Parts that belong to another post: a quotation. */
  readonly inner?: string;
  /** The site's own id; its pattern's groups are `{1}`, `{2}`… in other fields. */
  readonly id: readonly Candidate[];
  /** Identifies the card on this page where there is no id. It leads to no post. */
  readonly card?: readonly Candidate[];
  readonly fields: Fields;
  /** Outgoing links. */
  readonly links?: string;
  /** Where the post itself links to, from an attribute. */
  readonly leads?: readonly Candidate[];
  /** Tags that the site shows apart from the text, to append to it. */
  readonly tags?: string;
  /** Present where the page truncates the text. */
  readonly cut?: string;
  /** Present where the page shows only some of the pictures. */
  readonly more?: string;
  readonly media?: readonly MediaPlace[];
  readonly counts?: Partial<Record<CountName, readonly Candidate[]>>;
  /** The quoted post, within `inner`. */
  readonly quotes?: Fields;
  /** The post that this one answers. */
  readonly answers?: readonly Candidate[];
  readonly bar: readonly Bar[];
}

export type CountName = 'replies' | 'reposts' | 'quotes' | 'likes' | 'bookmarks' | 'views' | 'score';

/** Makes our buttons fit the site, in px. */
export interface Look {
  /** Side of an icon. */
  readonly icon: number;
  /** Side of a button; at least 24. */
  readonly box: number;
  /** Gap between the two. */
  readonly gap: number;
  /** Element whose colour the icons take. */
  readonly like: string;
  /** Space before the pair. */
  readonly start?: number;
  /** The site puts a link over the whole card, so the pair needs to be above it. */
  readonly raised?: true;
}

/**
 * A value that only the page's scripts store: a property of an element, read in the page's world by the
 * packaged bridge. Nothing else is read there, and only matches of the pattern are returned.
 */
export interface PageProperty {
  /**
   * Property names from the element on, separated by dots. `x*`: the one with this prefix; `()`: a getter
   * without arguments.
   */
  readonly path: string;
  /** The value is the whole match, or its first group. */
  readonly re: string;
  /** A second path, whose text is prepended with a space: which post this is. */
  readonly of?: string;
  /**
   * The path leads to a React fiber: search these of its properties, then those of its ancestors (`return`) up
   * to the surrounding element. Two different values count as none.
   */
  readonly within?: readonly string[];
  /** Only under this property name. */
  readonly named?: string;
  /** Prefix for the value, where the page stores only a number. */
  readonly before?: string;
}

export interface Recipe {
  readonly id: string;
  /** The site's own spelling. */
  readonly name: string;
  readonly version: number;
  /** When the recipe last matched the site, `YYYY-MM`. */
  readonly verified: string;
  /** Hosts without `www.`; empty: any host whose page matches `page`. */
  readonly hosts: readonly string[];
  /** Origins to request from the browser; empty: the person names the host. */
  readonly origins: readonly string[];
  /** Selector that the page must match. */
  readonly page?: string;
  /** Include the host in a post's key: ids are per instance. */
  readonly keyedByHost?: true;
  /** Properties that the page's scripts store, by name, each with its possible places. */
  readonly held?: Readonly<Record<string, readonly PageProperty[]>>;
  /** Attributes besides `href` that change when an element gets another post. */
  readonly watches?: readonly string[];
  /** Hosts whose links hide their target; the link's text shows it. */
  readonly wraps?: readonly string[];
  /** The site's redirect paths: path and name of the parameter with the target. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly look: Look;
  readonly forms: readonly Form[];
}
