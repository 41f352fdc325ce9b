import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { boundsOf, Connections, descriptorLimit } from '../../../../src/hub/edge/connections.ts';
import type { StartParts } from '../../../../src/hub/start.ts';
import { BOUNDS } from '../../../../src/hub/sync/socket.ts';
import { eventually } from '../../eventually.ts';
import { TeamHub } from '../team.ts';

describe('open connections', () => {
  const three = { most: 3, mostPerOwner: 2 };

  it('of one network give way to its next, and those of devices to no stranger', () => {
    const all = new Connections({ strangers: three, devices: three });
    const open = (network: string) => {
      const socket = new PassThrough();
      all.add(socket, network);
      return socket;
    };
    const [a, b] = [open('a'), open('a')];
    all.authenticate(a, 7);
    const others = [open('b'), open('b'), open('b')];
    expect(others.map(({ destroyed }) => destroyed)).toEqual([true, false, false]);
    open('c');
    expect([a, b, ...others.slice(1)].map(({ destroyed }) => destroyed)).toEqual([false, false, true, false]);
    all.touch(a);
    expect([all.isAuthenticated(a), all.isAuthenticated(b), all.size]).toEqual([true, false, 4]);
  });

  it('of a proxy are whose request is under way, and give way among themselves while they rest', () => {
    const all = new Connections({ strangers: three, devices: three });
    const asking = (network: string, device: number | null = null) => {
      const socket = new PassThrough();
      all.addProxied(socket);
      all.serve(socket, network, device);
      return socket;
    };
    const other = asking('b');
    const [first, second, third] = [asking('a'), asking('a'), asking('a')];
    expect([other, first, second, third].map(({ destroyed }) => destroyed)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const device = asking('a', 7);
    all.rest(second);
    all.rest(third);
    const fresh = asking('c');
    expect([second, third, other, device, fresh].map(({ destroyed }) => destroyed)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(all.isAuthenticated(device)).toBe(true);
    all.rest(device);
    expect(all.isAuthenticated(device)).toBe(false);
  });

  it('are forgotten when they close', async () => {
    const all = new Connections({ strangers: three, devices: three });
    const socket = new PassThrough();
    all.add(socket, 'a');
    all.authenticate(socket, 1);
    socket.destroy();
    await once(socket, 'close');
    expect(all.size).toBe(0);
  });

  it('are as many as the process may have, a part for files and half of the rest for devices', () => {
    expect(boundsOf(20_000)).toEqual({
      strangers: { most: 9872, mostPerOwner: 2000 },
      devices: { most: 9872, mostPerOwner: 64 },
    });
    expect(boundsOf(1024)).toEqual({
      strangers: { most: 384, mostPerOwner: 96 },
      devices: { most: 384, mostPerOwner: 64 },
    });
    expect(descriptorLimit()).toBeGreaterThan(0);
    expect(descriptorLimit('/no/such/file')).toBe(4096);
  });
});

describe('a hub', () => {
  let team: TeamHub;
  const sockets: { destroy?: () => unknown; terminate?: () => void }[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) (socket.destroy ?? socket.terminate)?.call(socket);
    await team.close();
  });
  const start = async (parts: Partial<StartParts>) => {
    team = await TeamHub.withAdmin();
    await team.stop();
    await team.start(team.folder, parts);
  };
  const lineFrom = async (localAddress: string): Promise<Socket> => {
    const socket = connect({ port: team.hub.port, host: '127.0.0.1', localAddress });
    sockets.push(socket);
    socket.on('error', () => undefined).resume();
    await once(socket, 'connect');
    return socket;
  };
  const socketOf = (options: { autoPong?: boolean } = {}) => {
    const ws = new WebSocket(`ws://127.0.0.1:${team.hub.port}/sync`, options);
    sockets.push(ws);
    return ws;
  };
  const bounds = { strangers: { most: 8, mostPerOwner: 4 }, devices: { most: 8, mostPerOwner: 4 } };

  it('answers whoever comes while others hold all that they may, and a device keeps its own', async () => {
    await start({ connections: bounds });
    const admin = team.admin?.identity;
    if (!admin) throw new Error('no admin');
    const device = await team.open(admin, 'team');
    const closed = vi.fn();
    device.provider.on('disconnect', closed);
    const silent: Socket[] = [];
    for (let n = 0; n < 20; n += 1) silent.push(await lineFrom(`127.0.0.${2 + (n % 4)}`));
    expect((await fetch(`http://127.0.0.1:${team.hub.port}/healthz`)).status).toBe(200);
    await eventually(() =>
      expect(silent.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(8),
    );
    expect(closed).not.toHaveBeenCalled();
  });

  it('counts one over which a token came for its device', async () => {
    await start({ connections: bounds });
    const token = await team.signedIn();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    sockets.push(agent);
    const ask = () =>
      new Promise<Socket>((resolve, reject) => {
        const asked = request(
          {
            port: team.hub.port,
            host: '127.0.0.1',
            path: '/api/devices',
            method: 'POST',
            agent,
            headers: { authorization: `Bearer ${token}` },
          },
          (answer) => answer.resume().on('end', () => resolve(answer.socket)),
        );
        asked.on('error', reject).end('{}');
      });
    const own = await ask();
    for (let n = 0; n < 20; n += 1) await lineFrom('127.0.0.1');
    expect(await ask()).toBe(own);
  });

  it('ends a socket over which nobody says who they are', async () => {
    await start({ sockets: { ...BOUNDS, silent: 100 } });
    const [code] = await once(socketOf(), 'close');
    expect(code).toBe(1006);
  });

  it('pings its sockets, and ends those that answer no more', async () => {
    await start({ sockets: { ...BOUNDS, ping: 20 } });
    const [lively, dead] = [socketOf(), socketOf({ autoPong: false })];
    const pinged = vi.fn();
    lively.on('ping', pinged);
    const [code] = await once(dead, 'close');
    expect(code).toBe(1006);
    expect(pinged.mock.calls.length).toBeGreaterThan(2);
    expect(lively.readyState).toBe(WebSocket.OPEN);
  });
});
