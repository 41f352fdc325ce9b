/** A file in MaxMind's format (https://maxmind.github.io/MaxMind-DB/), as small as it can be: records of 24 bits, IPv6. */

const MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
const BITS = 128;

type Value = string | number | { readonly [name: string]: Value };

const utf8 = (text: string) => Buffer.concat([Buffer.from([0x40 | text.length]), Buffer.from(text)]);
/** Of four bytes: an unsigned number of the wide kind. */
const uint32 = (number: number) => {
  const bytes = Buffer.alloc(5);
  bytes[0] = 0xc4;
  bytes.writeUInt32BE(number, 1);
  return bytes;
};

function encoded(value: Value): Buffer {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return uint32(value);
  const fields = Object.entries(value);
  const parts = fields.flatMap(([name, inner]) => [utf8(name), encoded(inner)]);
  return Buffer.concat([Buffer.from([0xe0 | fields.length]), ...parts]);
}

interface Network {
  /** First address, as 128 bits; IPv4 ones stand under `::`. */
  readonly first: bigint;
  readonly prefix: number;
  readonly record: Value;
}

type Branch = [Branch | Value | null, Branch | Value | null];

function grow(tree: Branch, { first, prefix, record }: Network): void {
  let node = tree;
  for (let depth = 0; depth < prefix; depth += 1) {
    const bit = Number((first >> BigInt(BITS - 1 - depth)) & 1n);
    const next = node[bit];
    if (depth === prefix - 1) node[bit] = record;
    else if (Array.isArray(next)) node = next;
    else {
      const grown: Branch = [null, null];
      node[bit] = grown;
      node = grown;
    }
  }
}

export function mmdb(networks: readonly Network[]): Buffer {
  const tree: Branch = [null, null];
  for (const network of networks) grow(tree, network);
  const nodes: Branch[] = [tree];
  for (const node of nodes) for (const side of node) if (Array.isArray(side)) nodes.push(side);
  const data: Buffer[] = [];
  const pointerTo = (side: Branch | Value | null): number => {
    if (side === null) return nodes.length;
    if (Array.isArray(side)) return nodes.indexOf(side);
    const at = data.reduce((sum, { length }) => sum + length, 0);
    data.push(encoded(side));
    return nodes.length + 16 + at;
  };
  const search = Buffer.alloc(nodes.length * 6);
  nodes.forEach((node, at) => {
    search.writeUIntBE(pointerTo(node[0]), at * 6, 3);
    search.writeUIntBE(pointerTo(node[1]), at * 6 + 3, 3);
  });
  const about = { node_count: nodes.length, record_size: 24, ip_version: 6, database_type: 'Countries' };
  const closing = encoded({ ...about, binary_format_major_version: 2, binary_format_minor_version: 0 });
  return Buffer.concat([search, Buffer.alloc(16), ...data, MARK, closing]);
}
