import type { About, Availability } from '../about.ts';
import { parseCount } from '../parse-count.ts';
import type { PostKind } from '../post.ts';
import { type Meta, metaIn } from './meta.ts';
import { decimal, duration } from './quantities.ts';
import { bare, type Item, isItem, itemsOf, textIn, type Value, valuesOf } from './schema-item.ts';
import { dated, line } from './values.ts';

/** Availability values, lowercase without punctuation, as in schema.org, Open Graph and shops. */
const AVAILABLE: Readonly<Record<string, Availability>> = {
  instock: 'inStock',
  available: 'inStock',
  limitedavailability: 'limited',
  preorder: 'preOrder',
  presale: 'preOrder',
  backorder: 'backOrder',
  availablefororder: 'backOrder',
  madetoorder: 'madeToOrder',
  instoreonly: 'inStore',
  onlineonly: 'online',
  outofstock: 'outOfStock',
  oos: 'outOfStock',
  soldout: 'soldOut',
  discontinued: 'discontinued',
};

function availability(text: string): Availability | undefined {
  const name = bare(text.trim())
    .replace(/[\s_-]/g, '')
    .toLowerCase();
  return Object.hasOwn(AVAILABLE, name) ? AVAILABLE[name] : undefined;
}

const currencyOf = (text: string) => (/^[a-z]{3}$/i.test(text.trim()) ? text.trim().toUpperCase() : '');

type Price = NonNullable<About['price']>;

function priceOf(low: string, high: string, currency: string): Price | null {
  const code = currencyOf(currency);
  const [from, to] = [decimal(low, code), decimal(high || low, code)];
  return from === null || to === null
    ? null
    : { low: Math.min(from, to), high: Math.max(from, to), currency: code };
}

/** The price of one offer. A crossed-out price is not the present one. */
function offered(offer: Item): Price | null {
  const specs = itemsOf(offer, 'priceSpecification');
  const spec = specs.find((one) => !/List|Strike|SRP|MSRP/i.test(textIn(one, 'priceType')));
  const field = (...names: string[]) => textIn(offer, ...names) || (spec ? textIn(spec, ...names) : '');
  const low = field('lowPrice', 'price', 'minPrice');
  return priceOf(low, field('highPrice', 'maxPrice'), field('priceCurrency'));
}

/** Offers of the thing itself, else of its variants. */
function offersOf(item: Item): Item[] {
  const own = itemsOf(item, 'offers');
  const all = own.length > 0 ? own : itemsOf(item, 'hasVariant').flatMap((one) => itemsOf(one, 'offers'));
  return all.flatMap((offer) => {
    const inside = itemsOf(offer, 'offers');
    return offered(offer) === null && inside.length > 0 ? inside : [offer];
  });
}

/** One price, or the lowest and highest in the first one's currency. */
function together(prices: readonly (Price | null)[]): Price | undefined {
  const known = prices.filter((price) => price !== null);
  const [first] = known;
  if (!first) return undefined;
  const alike = known.filter(({ currency }) => currency === first.currency);
  return {
    low: Math.min(...alike.map(({ low }) => low)),
    high: Math.max(...alike.map(({ high }) => high)),
    currency: first.currency,
  };
}

type Rating = NonNullable<About['rating']>;

function ratingOf(value: string, best: string, count: string): Rating | undefined {
  const [rated, top] = [decimal(value), decimal(best) ?? 5];
  if (rated === null || top <= 0 || rated > top) return undefined;
  return { value: rated, best: top, count: parseCount(count)?.value ?? null };
}

function rated(item: Item): Rating | undefined {
  const [whole] = itemsOf(item, 'aggregateRating');
  const [own] = item.types.includes('Review') ? itemsOf(item, 'reviewRating') : [];
  const found = whole ?? own;
  if (!found) return undefined;
  const count = textIn(found, 'ratingCount', 'reviewCount');
  return ratingOf(textIn(found, 'ratingValue'), textIn(found, 'bestRating'), count);
}

/** Number of interactions, e.g. `FollowAction` of a profile. */
function actions(item: Item, action: string, ...names: string[]): number | undefined {
  for (const counter of names.flatMap((name) => itemsOf(item, name))) {
    const [type] = valuesOf(counter, 'interactionType');
    const name = isItem(type) ? (type.types[0] ?? bare(type.id)) : bare(type ?? '');
    if (name === action) return parseCount(textIn(counter, 'userInteractionCount'))?.value;
  }
  return undefined;
}

function nameOf(value: Value | undefined): string {
  return line(isItem(value) ? textIn(value, 'name') : (value ?? ''), 300);
}

/** Name of an event's place, else its address. */
function placeOf(item: Item): string {
  const [at] = valuesOf(item, 'location');
  if (!isItem(at)) return nameOf(at);
  const [written] = valuesOf(at, 'address');
  const parts = ['streetAddress', 'addressLocality', 'addressRegion'];
  const address = isItem(written)
    ? parts
        .map((name) => textIn(written, name))
        .filter(Boolean)
        .join(', ')
    : (written ?? '');
  return line(textIn(at, 'name') || address || textIn(at, 'url'), 300);
}

function timeTaken(item: Item): number | undefined {
  const whole = duration(textIn(item, 'duration', 'totalTime'));
  const parts = ['prepTime', 'cookTime'].map((name) => duration(textIn(item, name)) ?? 0);
  return whole ?? (parts.reduce((sum, part) => sum + part, 0) || undefined);
}

/** Drops empty values: a field exists only where it has one. */
function presentFields(about: { [Name in keyof About]: About[Name] | null | '' }): About {
  return Object.fromEntries(
    Object.entries(about).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

function ofSomebody(item: Item): About {
  const somebody = itemsOf(item, 'mainEntity')[0] ?? item;
  return presentFields({
    role: line(textIn(somebody, 'jobTitle'), 300),
    works: nameOf(valuesOf(somebody, 'worksFor', 'affiliation')[0]),
    followers: actions(somebody, 'FollowAction', 'interactionStatistic'),
    posts: actions(somebody, 'WriteAction', 'agentInteractionStatistic', 'interactionStatistic'),
  });
}

/** What structured data states about a thing. */
export function aboutOf(item: Item, kind: PostKind): About {
  if (kind === 'profile') return ofSomebody(item);
  const offers = offersOf(item);
  const stock = offers.map((offer) => availability(textIn(offer, 'availability')));
  return presentFields({
    price: together(offers.map(offered)),
    availability: stock.find((one) => one === 'inStock') ?? stock.find((one) => one !== undefined),
    rating: rated(item),
    brand: kind === 'product' ? nameOf(valuesOf(item, 'brand')[0]) : '',
    duration: timeTaken(item),
    updated: dated(textIn(item, 'dateModified')),
    starts: dated(textIn(item, 'startDate')),
    ends: dated(textIn(item, 'endDate')),
    place: placeOf(item),
    makes: line(textIn(item, 'recipeYield'), 120),
  });
}

/** The same from Open Graph and the meta names of shops and Pinterest. */
export function aboutInMeta(meta: Meta): About {
  const tag = (...names: string[]) => metaIn(meta, ...names);
  const amount = tag('product:sale_price:amount', 'product:price:amount', 'og:price:amount');
  const currency = tag('product:sale_price:currency', 'product:price:currency', 'og:price:currency');
  return presentFields({
    price: amount ? priceOf(amount, '', currency) : null,
    availability: availability(tag('product:availability', 'og:availability')),
    rating: ratingOf(tag('og:rating'), tag('og:rating_scale'), tag('og:rating_count')),
    brand: line(tag('product:brand', 'og:brand'), 300),
    duration: duration(tag('og:video:duration', 'video:duration')),
    updated: dated(tag('article:modified_time', 'og:updated_time')),
  });
}
