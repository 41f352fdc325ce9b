/**
 * What a site's file says. Data only: no function, so that a recipe can be checked, sent and patched as JSON.
 *
 * Selectors are ranked by how long they live: permalink pattern and `time[datetime]`, custom-element attributes,
 * test hooks, ARIA roles and structure. Never hashed classes, never label words (they are localised). A newer
 * candidate goes in front; an old one stays while a site still serves it.
 */

/** Named readings of an element or of a string. */
export type As =
  /** Text as a reader sees it, emoji and line breaks kept. */
  | 'text'
  /** The same where line breaks in the source are the writer's own, whatever the style sheet says. */
  | 'lines'
  /** An address, made absolute. */
  | 'address'
  /** A moment: ISO text or milliseconds since 1970. */
  | 'moment'
  /** A moment hidden in an id, by the site's known layout. */
  | 'x-id'
  | 'mastodon-id'
  | 'bluesky-id'
  | 'instagram-id'
  | 'linkedin-id';

/** One place where a value may stand. The first candidate that gives something wins. */
export interface Candidate {
  /** Selector within the post; empty: the post itself. `{0}`, `{1}`… are parts of the id's pattern. */
  readonly at: string;
  /** From the element found up to the nearest one that matches. */
  readonly up?: string;
  /** Attribute to read, or name of what is held; absent: the text. */
  readonly attr?: string;
  /** Parts that are not the writer's words: the site's own button within the text. */
  readonly without?: string;
  /** Or the page's own address, only for the one post the page is about; or what the page's scripts hold (`held`). */
  readonly from?: 'location' | 'held';
  /** How a value begins, before a space, where it may be another post's: `{1}`. The rest is the value. */
  readonly of?: string;
  /** Also in the parts that belong to other posts, which name this one: a comment says what it answers. */
  readonly any?: true;
  /** Pattern the value has to match. */
  readonly re?: string;
  /** What to make of the pattern's groups: `https://x.com/$1/status/$2`. Absent: group 1, or all that matched. */
  readonly to?: string;
  readonly as?: As;
  /** Of several, the longest. For text that has nothing to recognise it by. */
  readonly longest?: true;
}

/** Where pictures and videos stand. */
export interface MediaPlace {
  readonly kind: 'image' | 'video';
  readonly at: string;
  readonly attr: string;
  /** Address of the full picture from what the attribute says: pattern and replacement. */
  readonly re?: string;
  readonly to?: string;
  readonly alt?: string;
}

/** Where our two buttons go. */
export interface Bar {
  readonly at: string;
  /** From the element found up to the nearest one that matches, or so many parents up. */
  readonly up?: string;
  readonly put: 'append' | 'before' | 'after';
  /** Slot of the site's own element, where its row is drawn in a shadow root. */
  readonly slot?: string;
  /** There is no row: the pair lies over the foot of the picture that stands before it. */
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

/** One form of a post on a site: a card, the post a page is about, a comment. */
export interface Form {
  readonly kind: 'post' | 'comment' | 'article' | 'video';
  /** Pattern of the page's path: elsewhere there is no such form. */
  readonly on?: string;
  /** What a post's root is; any of them. */
  readonly root: readonly string[];
  /** A root that is none of ours: an advertisement. */
  readonly not?: string;
  /** A root has to hold this of its own; without it, it is something else in the same clothes. */
  readonly needs?: string;
  /** And it may not hold this. */
  readonly lacks?: string;
  /** Posts of this form stand inside each other (comments and their answers). */
  readonly nests?: true;
  /** Attribute by which a root inside another is the same post, drawn in several shells: the outer one counts. */
  readonly copies?: string;
  /** Quick to look for in a new post of another form: where it is not found, no root of this form stands in there. */
  readonly sign?: string;
  /** One at a time fills the window, and the page's address is that one's. */
  readonly swiped?: true;
  /** Parts inside that belong to another post: a quotation. */
  readonly inner?: string;
  /** The site's own id; the groups of its pattern are `{1}`, `{2}`… for the other fields. */
  readonly id: readonly Candidate[];
  /** What tells the card from others on this page where no id is found. Nothing leads to the post by it. */
  readonly card?: readonly Candidate[];
  readonly fields: Fields;
  /** Outgoing links. */
  readonly links?: string;
  /** Where the post itself leads, where an attribute says it. */
  readonly leads?: readonly Candidate[];
  /** The writer's tags where the site sets them apart from the text, whose end they are. */
  readonly tags?: string;
  /** Present where the page shows only the beginning of the text. */
  readonly cut?: string;
  /** Present where the page shows only some of the pictures. */
  readonly more?: string;
  readonly media?: readonly MediaPlace[];
  readonly counts?: Partial<Record<CountName, readonly Candidate[]>>;
  /** The post that is quoted, within `inner`. */
  readonly quotes?: Fields;
  /** The post that this one answers. */
  readonly answers?: readonly Candidate[];
  readonly bar: readonly Bar[];
}

export type CountName = 'replies' | 'reposts' | 'quotes' | 'likes' | 'bookmarks' | 'views' | 'score';

/** How our buttons look at home on the site, in px. */
export interface Look {
  /** Side of an icon. */
  readonly icon: number;
  /** Side of a button; at least 24. */
  readonly box: number;
  /** Gap between the two. */
  readonly gap: number;
  /** The element whose colour the icons take. */
  readonly like: string;
  /** Room at the start of the pair. */
  readonly start?: number;
  /** The site lays a link over the whole card, so that the pair has to stand above it. */
  readonly raised?: true;
}

/**
 * A value that the page's own scripts hold and no attribute says: a property of an element, read in the page's world
 * by the packaged bridge. Nothing else of the page is read there, and only what matches the pattern comes back.
 */
export interface PageProperty {
  /**
   * Names of properties from the element on, parted by dots. `x*`: the one whose name begins so; `()`: a reader without
   * arguments, called.
   */
  readonly path: string;
  /** The value is all that matches, or its first group. */
  readonly re: string;
  /** A second path, whose text is put in front of the value with a space: which post this is. */
  readonly of?: string;
  /**
   * The path leads to a node of React's tree: look in these of its properties, then in those of the components around
   * it (`return`), not beyond the element around. Two different values are none.
   */
  readonly within?: readonly string[];
  /** There, only under this name. */
  readonly named?: string;
  /** What stands before the value, where the page holds only a number. */
  readonly before?: string;
}

export interface Recipe {
  readonly id: string;
  /** As the site spells itself. */
  readonly name: string;
  readonly version: number;
  /** When the recipe last matched the site, `YYYY-MM`. */
  readonly verified: string;
  /** Host names, without `www.`; empty: any host whose page has `page`. */
  readonly hosts: readonly string[];
  /** What the browser is asked for; empty: the person names the host. */
  readonly origins: readonly string[];
  /** Selector that the page has to have. */
  readonly page?: string;
  /** Put the host into a post's key: ids are the instance's own. */
  readonly keyedByHost?: true;
  /** What the page's scripts hold, by name; any of the places. */
  readonly held?: Readonly<Record<string, readonly PageProperty[]>>;
  /** Attributes besides `href` that change where an element is given another post. */
  readonly watches?: readonly string[];
  /** Hosts whose links hide where they go; the text then says it. */
  readonly wraps?: readonly string[];
  /** Paths of the site's own that send on to the address in a parameter: path and name. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly look: Look;
  readonly forms: readonly Form[];
}
