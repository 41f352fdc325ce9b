import { type Facts, NOTHING } from './facts.ts';
import { address, line } from './values.ts';

/**
 * What the link to the page's oEmbed data says: its title, and its page (`page`, empty where unknown). The data
 * itself is never fetched: capturing a page makes no request.
 */
export function oembed(doc: Document, base: string): { page: string; facts: Facts } | null {
  const link = doc.querySelector('link[rel~="alternate" i][type*="oembed" i][href]');
  const href = address(link?.getAttribute('href') ?? '', base);
  if (!link || !href) return null;
  const page = address(new URL(href).searchParams.get('url') ?? '', base);
  return { page, facts: { ...NOTHING, title: line(link.getAttribute('title') ?? '', 1000) } };
}
