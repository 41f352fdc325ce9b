import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Outgoing } from '../../../src/hub/outgoing/outgoing.ts';
import { TextSource, WholeSource } from '../../../src/hub/outgoing/sources.ts';
import { eventually } from '../eventually.ts';
import { TeamHub } from './team.ts';

const MB = 1 << 20;

describe('answers on their way', () => {
  const to = (member: string, device = 1) => ({ member, device, roles: ['member'] as const });
  const answer = (bytes: number) => new WholeSource(new Uint8Array(bytes));

  it('of one member hold so much and no more, and others are sent theirs', async () => {
    const outgoing = new Outgoing({ mostOfMember: 4 * MB });
    const sent = Array.from({ length: 6 }, () => outgoing.stream(answer(MB), to('a')));
    expect(sent.map((stream) => stream !== null)).toEqual([true, true, true, true, false, false]);
    expect(outgoing.stream(answer(3 * MB), to('b'))).not.toBeNull();
    expect(outgoing.holds).toBe(7 * MB);
    await new Response(sent[0]).arrayBuffer();
    expect(outgoing.holds).toBe(6 * MB);
    expect(outgoing.stream(answer(MB), to('a'))).not.toBeNull();
  });

  it('are all sent where one alone is larger than a member may hold', () => {
    const outgoing = new Outgoing({ mostOfMember: MB });
    expect(outgoing.stream(answer(2 * MB), to('a'))).not.toBeNull();
    expect(outgoing.stream(answer(1), to('a'))).toBeNull();
  });

  it('of whoever holds most are ended where all together are too many', async () => {
    const outgoing = new Outgoing({ most: 4 * MB, mostOfMember: 3 * MB });
    const greedy = [1, 2, 3].map(() => outgoing.stream(answer(MB), to('a'))?.getReader());
    outgoing.stream(answer(MB), to('b'));
    expect(outgoing.stream(answer(MB), to('c'))).not.toBeNull();
    await expect(greedy[0]?.closed).rejects.toThrow('others need its room');
    expect(outgoing.holds).toBe(4 * MB);
    expect(outgoing.stream(answer(2 * MB), to('a'))).toBeNull();
  });

  it('are ended for who has another role now, and for nobody else', async () => {
    const outgoing = new Outgoing();
    const [demoted, other] = [1, 2].map((device) =>
      outgoing.stream(answer(10), to('a', device))?.getReader(),
    );
    outgoing.follow(1, { member: 'a', role: 'viewer' });
    outgoing.follow(2, { member: 'a', role: 'member' });
    await expect(demoted?.read()).rejects.toThrow('another role');
    expect((await other?.read())?.value?.byteLength).toBe(10);
  });

  it('that are made as they are taken are made no further, and end where making fails', async () => {
    let made = 0;
    async function* parts() {
      for (; made < 100; made += 1) yield 'x'.repeat(64 << 10);
      throw new Error('no such room');
    }
    const outgoing = new Outgoing();
    const reader = outgoing.stream(new TextSource(parts(), MB), to('a'))?.getReader();
    await reader?.read();
    expect(made).toBeLessThan(4);
    const rest = async () => {
      while (!(await reader?.read())?.done);
    };
    await expect(rest()).rejects.toThrow('no such room');
    expect(outgoing.holds).toBe(0);
  });
});

describe('a hub', () => {
  let team: TeamHub;
  let lines: Socket[];
  beforeEach(async () => {
    lines = [];
    team = await TeamHub.withAdmin();
  });
  afterEach(async () => {
    for (const line of lines) line.destroy();
    await team.close();
  });

  /** Asks over a line of its own and reads nothing. */
  async function unread(path: string, body: unknown, token = team.token): Promise<Socket> {
    const { port } = team.hub;
    const line = connect(port, '127.0.0.1');
    lines.push(line);
    line.on('error', () => undefined);
    await once(line, 'connect');
    const text = JSON.stringify(body);
    line.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    return line;
  }

  async function writeRoom(name: string, items: number, size: number): Promise<void> {
    const doc = new Y.Doc();
    for (let n = 0; n < items; n += 1)
      doc.getMap('items').set(`i${n}`, { id: `i${n}`, by: 'somebody', text: '語'.repeat(size) });
    const row = { room: name, seq: 1, device: 1, at: 1, bytes: Y.encodeStateAsUpdate(doc) };
    await team.hub.hub.services.db.insertInto('log').values(row).execute();
  }

  it('holds so much of answers that nobody reads, and goes on answering others', async () => {
    const { db, outgoing } = team.hub.hub.services;
    const bob = await team.join('member', 'Bob');
    const [room, root, key] = ['library/2026-11', 'items', 'a1'];
    const value = JSON.stringify('x'.repeat(1_900_000));
    const row = { room, root, key, seq: 1, part: 0, member: 'm', device: 1, at: 1, value };
    await db.insertInto('version').values(row).execute();
    let most = 0;
    const seen = vi.spyOn(outgoing, 'stream').mockImplementation((source, to) => {
      const stream = Outgoing.prototype.stream.call(outgoing, source, to);
      most = Math.max(most, outgoing.holds);
      return stream;
    });
    await Promise.all(
      Array.from({ length: 24 }, () => unread('/api/history', { room, root, key }, bob.token)),
    );
    await eventually(() => expect(seen.mock.calls.length).toBe(24));
    expect(most).toBeLessThanOrEqual(16 * MB);
    const { versions } = (await team.ask('/api/history', { room, root, key })) as { versions: unknown[] };
    expect(versions).toHaveLength(1);
  });

  it('reads no further for an export that nobody takes, and gives the whole to who takes it', async () => {
    for (let month = 1; month <= 14; month += 1)
      await writeRoom(
        `library/${2020 + (month % 4)}-${String(1 + (month % 12)).padStart(2, '0')}/${month + 1}`,
        2,
        250_000,
      );
    const reads = vi.spyOn(team.hub.hub.services.rooms.log, 'read');
    const line = await unread('/api/export', {});
    line.pause();
    await eventually(() => expect(reads).toHaveBeenCalled());
    await new Promise((turn) => setImmediate(turn));
    const early = reads.mock.calls.length;
    expect(early).toBeLessThan(12);
    expect(team.hub.hub.services.outgoing.holds).toBeLessThanOrEqual(16 * MB);
    line.destroy();
    const all = (await team.ask('/api/export', {})) as {
      rooms: Record<string, { items: Record<string, unknown> }>;
    };
    const months = Object.entries(all.rooms).filter(([name]) => name.startsWith('library/'));
    expect(months).toHaveLength(14);
    for (const [, { items }] of months)
      expect(items).toMatchObject({ i1: { id: 'i1', text: '語'.repeat(250_000) } });
    expect(JSON.stringify(all)).not.toContain('somebody');
    expect(team.hub.hub.services.outgoing.holds).toBe(0);
  });

  it('ends an export for who may take it no more while it is on its way', async () => {
    for (let part = 2; part < 16; part += 1) await writeRoom(`library/2025-03/${part}`, 2, 250_000);
    const cho = await team.join('admin', 'Cho');
    const line = await unread('/api/export', {}, cho.token);
    const { outgoing } = team.hub.hub.services;
    await eventually(() =>
      expect(outgoing.isBusy(cho.identity.joined.member) || outgoing.holds > 0).toBe(true),
    );
    await team.ask('/api/do', { do: 'member.role', member: cho.identity.joined.member, role: 'manager' });
    let text = '';
    line.setEncoding('latin1').on('data', (part: string) => {
      text += part.slice(-20);
    });
    await once(line, 'close');
    expect(text.endsWith('0\r\n\r\n')).toBe(false);
    expect(outgoing.holds).toBe(0);
  });
});
