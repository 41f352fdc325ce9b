import type { Recipe } from '../sites/recipe.ts';
import { type Scope, take } from './extract-field.ts';
import {
  cardOf,
  idOf,
  keyOf,
  type Place,
  placeIn,
  prepare,
  type Shape,
  type Site,
  scopeOf,
  shapeOf,
} from './match-forms.ts';
import { Buttons, type Mounted, type Names, type Side } from './mount-buttons.ts';
import { FLOATING, MARK } from './own-markers.ts';
import { changesOf, watch } from './watch-posts.ts';

/** A page that removes our buttons again and again gets them back at once only so many times a card… */
const MOST_THROWN = 40;
/** …and after that at most once in so many ms: it may only have redrawn its row for a while. */
const REST = 2000;
/** Most known states before the cache is reset, so that a tab left on a feed does not grow. */
const MOST_KNOWN = 5000;
/**
 * Least idle time before buttons are named by their authors, ms: of the posts that come first, and of those that come as a
 * person scrolls; between some names and the next; and how many at a time. A name takes as long as mounting a pair,
 * so posts that are only scrolled past get none.
 */
const REST_FIRST = 400;
const REST_LATER = 2000;
const BETWEEN_NAMES = 50;
const NAMES_AT_ONCE = 20;
/** Longest author's name in a label. */
const MOST_NAME = 60;
/** How long the effect of the page's styles on our pairs is assumed to be stable, ms: first, doubled each time, at most. */
const BETWEEN_LOOKS = 2000;
const MOST_BETWEEN_LOOKS = 16_000;

/** What the feed needs from outside; it knows no messages. */
export interface Outside {
  /** Two bits a key (1 shared, 2 captured), in the order of the keys. */
  marks(keys: readonly string[]): Promise<readonly number[] | null>;
  /** All marks of this site at once, so that scrolling needs no queries; null where there are too many. */
  all?(): Promise<Readonly<Record<string, number>> | null>;
  /** No mark may be shown in this page at all. */
  readonly silent?: true;
}

/** A newly mounted pair; `over`: over a picture. */
interface Fresh {
  readonly pair: Mounted;
  readonly over: boolean;
}

/** The running feed of a page: finds posts and mounts buttons, keyed by post and not by node. */
export class Feed {
  readonly site: Site;
  private readonly buttons: Buttons;
  private readonly mounted = new WeakMap<Element, Mounted>();
  private readonly known = new Map<string, number>();
  private readonly isOurs = (node: Element) => this.mountedOf(node) !== undefined;
  private readonly outside: Outside;
  private queue: string[] = [];
  /** `learning`: all marks were requested. `complete`: they are known. `asking`: too many, so batch by batch. */
  private marks: 'learning' | 'complete' | 'asking' = 'learning';
  /** Whether the next new pair causes a style check, and how long none does after it, ms. Reading a clock costs more. */
  private isLookDue = true;
  private untilLook = BETWEEN_LOOKS;
  private stopped = false;
  /** Some pairs may not name their author yet. They are found in the page, since a list would hold posts that went. */
  private isUnnamed = false;
  private naming: ReturnType<typeof setTimeout> | undefined;
  /** How long the feed has to rest for names, ms, and whether something came in that time. */
  private rest = REST_FIRST;
  private isMoving = false;

  constructor(recipe: Recipe, names: Names, outside: Outside) {
    this.site = prepare(recipe, location.host);
    this.buttons = new Buttons(recipe.look, names, hasOver(recipe), () => this.all());
    this.outside = outside;
  }

  /** Mounts buttons now and as posts appear, until the signal aborts; then removes all of them. */
  start(signal: AbortSignal): void {
    const onChange = (records: MutationRecord[]) => {
      this.take(records);
      observer.takeRecords();
    };
    const observer = watch(onChange, signal, this.site.recipe.watches);
    this.settleAll(new Set(document.querySelectorAll(this.site.roots)));
    observer.takeRecords();
    const stop = () => {
      this.stopped = true;
      removeAll();
    };
    signal.addEventListener('abort', stop, { once: true });
    void this.learn();
  }

  private async learn(): Promise<void> {
    const all = await this.outside.all?.();
    this.marks = all ? 'complete' : 'asking';
    // Marks received meanwhile are newer.
    for (const [key, bits] of Object.entries(all ?? {})) if (!this.known.has(key)) this.known.set(key, bits);
    this.keyAll();
  }

  /**
   * Whether it matters which post a card shows. Without any mark on this site there is nothing to show, so
   * posts that are only scrolled past are not read; a press reads its post anyway.
   */
  private get needsKeys(): boolean {
    return this.known.size > 0 || this.marks === 'asking';
  }

  /** Reads the keys of cards that were mounted while they did not matter. */
  private keyAll(): void {
    if (!this.needsKeys) return;
    for (const mounted of this.all()) {
      const shape = shapeOf(this.site, mounted.root);
      if (shape) this.rekey(mounted, shape, scopeOf(this.site, shape, mounted.root));
    }
    this.askSoon();
  }

  private take(records: readonly MutationRecord[]): void {
    const { roots, strays } = changesOf(records, this.site, this.isOurs);
    for (const stray of strays) stray.remove();
    if (roots.size > 0) this.settleAll(roots);
  }

  /** Settles each root once. Roots found beside them join the set while it is iterated. */
  private settleAll(roots: Set<Element>): void {
    let fresh: Fresh | null = null;
    for (const root of roots) {
      if (!root.isConnected) continue;
      const shape = shapeOf(this.site, root);
      if (shape) fresh = this.settle(root, shape) ?? fresh;
      else this.addBeside(root, roots);
    }
    if (fresh) this.lookSoon(fresh);
    this.nameSoon();
    this.askSoon();
  }

  /** Mounts a pair if needed. Returns a newly mounted one with its place, else null. */
  private settle(root: Element, shape: Shape): Fresh | null {
    const scope = scopeOf(this.site, shape, root);
    const mounted = this.mounted.get(root);
    if (mounted && root.contains(mounted.host)) {
      this.buttons.renew(mounted);
      // The card may show another post by now.
      if (mounted.author) {
        mounted.isNamed = false;
        this.isUnnamed = true;
      }
      this.rekey(mounted, shape, scope);
      return null;
    }
    const place = placeIn(scope, shape.form);
    if (!place || this.stopped || (mounted && this.isResting(mounted))) return null;
    const pair = mounted ?? this.buttons.make(root);
    if (!pair) return null;
    if (!mounted) removeClones(place);
    if (mounted) mounted.thrown += 1;
    if (place.slot) pair.host.slot = place.slot;
    if (place.over) pair.host.setAttribute(MARK, 'over');
    place.parent.insertBefore(pair.host, place.before);
    if (place.over) this.buttons.rouse(pair);
    if (!mounted) {
      this.mounted.set(root, pair);
      this.isUnnamed = true;
    }
    this.rekey(pair, shape, scope);
    return { pair, over: place.over };
  }

  /** A root may be part of a post that changed around it, or a frame around one. */
  private addBeside(root: Element, roots: Set<Element>): void {
    const around = root.parentElement?.closest(this.site.roots);
    if (around) roots.add(around);
    for (const inner of root.querySelectorAll(this.site.roots)) roots.add(inner);
  }

  /** Whether a card stays without buttons for now; schedules another try. */
  private isResting(mounted: Mounted): boolean {
    if (mounted.thrown < MOST_THROWN) return false;
    if (!mounted.resting) {
      mounted.resting = true;
      setTimeout(() => {
        mounted.resting = false;
        mounted.thrown = MOST_THROWN - 1;
        this.settleAll(new Set([mounted.root]));
      }, REST);
    }
    return true;
  }

  /** Updates a pair for the post that its card shows now. */
  private rekey(mounted: Mounted, shape: Shape, scope: Scope): void {
    if (!this.needsKeys) return;
    const id = idOf(this.site, shape, scope) || cardOf(shape, scope);
    const key = id ? keyOf(this.site, id) : '';
    if (key === mounted.key) return;
    mounted.key = key;
    const bits = this.known.get(key);
    if (bits === undefined && key && this.marks === 'asking') this.queue.push(key);
    this.buttons.show(mounted, bits ?? 0);
  }

  private askSoon(): void {
    if (this.queue.length > 0) void this.askMarks();
  }

  /** One query a batch, without known keys. */
  private async askMarks(): Promise<void> {
    const keys = [...new Set(this.queue)];
    this.queue = [];
    if (keys.length === 0) return;
    if (this.known.size > MOST_KNOWN) this.known.clear();
    for (const key of keys) this.known.set(key, 0);
    const bits = await this.outside.marks(keys);
    if (!bits) return;
    keys.forEach((key, i) => {
      if (bits[i]) this.mark(key, bits[i]);
    });
  }

  /** Colours and page styles need computed styles: not in the mounting task, and only now and then. */
  private lookSoon({ pair, over }: Fresh): void {
    // A pair over a picture has its own colours and no neighbouring icons.
    if (over || !this.isLookDue) return;
    const first = this.untilLook === BETWEEN_LOOKS;
    this.isLookDue = false;
    setTimeout(() => {
      this.isLookDue = true;
    }, this.untilLook);
    this.untilLook = Math.min(this.untilLook * 2, MOST_BETWEEN_LOOKS);
    const look = () => {
      if (this.stopped) return;
      if (first) this.buttons.dress(pair.root);
      this.buttons.check(pair);
    };
    // After the frame, when styles are computed anyway; within it they would be computed twice.
    requestAnimationFrame(() => setTimeout(look));
  }

  /** Switches a pair with marks to the full stylesheet. */
  rouse(mounted: Mounted): void {
    this.buttons.rouse(mounted);
  }

  /** A button of a pair is hovered or focused, or was left. */
  point(mounted: Mounted, side: Side | null, by: 'pointer' | 'focus'): void {
    if (side) this.name(mounted);
    if (by === 'pointer') this.buttons.point(mounted, side);
    else if (side) this.rouse(mounted);
  }

  /** Only while nothing is mounted, so not while a person scrolls on. */
  private nameSoon(): void {
    if (this.naming) this.isMoving = true;
    else if (this.isUnnamed) this.naming = setTimeout(this.nameRested, this.rest);
  }

  private readonly nameRested = (): void => {
    this.naming = undefined;
    if (this.stopped) return;
    const wasMoving = this.isMoving;
    this.isMoving = false;
    if (!wasMoving) this.nameSome();
    if (this.isUnnamed) this.naming = setTimeout(this.nameRested, wasMoving ? this.rest : BETWEEN_NAMES);
  };

  private nameSome(): void {
    this.rest = REST_LATER;
    let left = NAMES_AT_ONCE;
    for (const mounted of this.all()) {
      if (mounted.isNamed) continue;
      if (left === 0) return;
      left -= 1;
      this.name(mounted);
    }
    this.isUnnamed = false;
  }

  /** Names a pair's buttons by the post's author, the only field read for it. */
  private name(mounted: Mounted): void {
    mounted.isNamed = true;
    const shape = shapeOf(this.site, mounted.root);
    if (!shape) return;
    const scope = scopeOf(this.site, shape, mounted.root);
    idOf(this.site, shape, scope);
    const { name, handle } = shape.form.fields;
    const author = (take(name, scope) || take(handle, scope)).slice(0, MOST_NAME);
    if (author !== mounted.author) this.buttons.call(mounted, author);
  }

  /** The button of a pair that an event is meant for; without an event, the focused one. */
  sideOf(mounted: Mounted, event: Event | null): Side | null {
    return this.buttons.sideOf(mounted, event);
  }

  /** Intended size of our pairs, px. */
  get size(): { readonly width: number; readonly height: number } {
    return this.buttons.size;
  }

  /** Reads the page's colours again after a possible theme change. */
  dress(): void {
    const root = document.querySelector(`${this.site.roots}`);
    if (!root) return;
    this.buttons.dress(root);
    const mounted = this.mounted.get(root);
    if (mounted) this.buttons.check(mounted);
  }

  /** Shows a post's marks on every card of that post. */
  mark(key: string, bits: number): void {
    if (this.outside.silent) return;
    const first = !this.needsKeys;
    this.known.set(key, bits);
    if (first) this.keyAll();
    else for (const mounted of this.all()) if (mounted.key === key) this.buttons.show(mounted, bits);
  }

  private *all(): Generator<Mounted> {
    for (const host of document.querySelectorAll(`[${MARK}]`)) {
      const mounted = this.mountedOf(host);
      if (mounted) yield mounted;
    }
  }

  /** The mounted pair of a host in its own card; not a clone or one that was moved. */
  mountedOf(host: EventTarget | null): Mounted | undefined {
    if (!(host instanceof Element) || !host.hasAttribute(MARK)) return undefined;
    for (let at = host.parentElement; at; at = at.parentElement) {
      const mounted = this.mounted.get(at);
      if (mounted?.host === host) return mounted;
    }
    return undefined;
  }

  /** The mounted pair of the post around a node. */
  around(node: Element | null): Mounted | undefined {
    for (let at = node?.closest(this.site.roots); at; at = at.parentElement?.closest(this.site.roots)) {
      const mounted = this.mounted.get(at);
      if (mounted) return mounted;
    }
    return undefined;
  }

  /** Number of our buttons in a post. */
  countIn(root: Element): number {
    const mounted = this.mounted.get(root);
    return mounted && root.contains(mounted.host)
      ? (mounted.shadow?.querySelectorAll('button').length ?? 0)
      : 0;
  }

  /** Changes the language of all mounted buttons. */
  rename(names: Names): void {
    this.buttons.rename(names);
    for (const mounted of this.all()) {
      this.buttons.call(mounted, mounted.author);
    }
  }
}

const hasOver = ({ forms }: Recipe) => forms.some(({ bar }) => bar.some(({ over }) => over));

function removeAll(): void {
  for (const node of document.querySelectorAll(`[${MARK}],[${FLOATING}]`)) node.remove();
}

/** A cloned card contains a dead clone of our pair where ours will be. */
function removeClones({ parent, before }: Place): void {
  const beside = () => (before ? before.previousElementSibling : parent.lastElementChild);
  for (let clone = beside(); clone?.hasAttribute(MARK); clone = beside()) clone.remove();
}
