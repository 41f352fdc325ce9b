import { CHANNELS } from '../../channels/index.ts';

/** The channels in use in their order, without unknown ids. */
export function inUse(chosen: readonly string[]): string[] {
  return chosen.filter((id) => CHANNELS.some((channel) => channel.id === id));
}

/** The order with one channel moved by some places; unchanged at either end. */
export function moved(chosen: readonly string[], id: string, by: 1 | -1): string[] {
  const from = chosen.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return [...chosen];
  const rest = chosen.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** The order with one channel moved to another's place; unchanged where either is missing. */
export function placed(chosen: readonly string[], id: string, at: string): string[] {
  const [from, to] = [chosen.indexOf(id), chosen.indexOf(at)];
  if (from < 0 || to < 0) return [...chosen];
  const rest = chosen.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Adds a channel at the end or removes it. The last one stays, since one click needs a channel. */
export function toggled(chosen: readonly string[], id: string): string[] {
  if (!chosen.includes(id)) return [...chosen, id];
  return chosen.length > 1 ? chosen.filter((other) => other !== id) : [...chosen];
}
