import { expect, it } from 'vitest';
import type { HubCapability } from '../../../src/hub/capability.ts';
import { inOrder } from '../../../src/hub/capability-order.ts';

const named = (id: string, takes: HubCapability[] = []): HubCapability => ({ id, takes });
const idsOf = (all: readonly HubCapability[]) => all.map(({ id }) => id);

it('a capability is opened after those that it takes, and once', () => {
  const link = named('link');
  const team = named('team', [link]);
  const results = named('results', [team, link]);
  expect(idsOf(inOrder([results, team, link]))).toEqual(['link', 'team', 'results']);
  expect(idsOf(inOrder([link, team, results]))).toEqual(['link', 'team', 'results']);
});

it('capabilities that take each other are named', () => {
  const [takenByB, takenByA]: HubCapability[][] = [[], []];
  const [a, b] = [named('a', takenByA), named('b', takenByB)];
  takenByA?.push(b);
  takenByB?.push(a);
  expect(() => inOrder([a, b])).toThrow('capabilities take each other: a > b > a');
  const itself: HubCapability[] = [];
  const alone = named('alone', itself);
  itself.push(alone);
  expect(() => inOrder([alone])).toThrow('alone > alone');
});

it('one that is taken and not listed is named', () => {
  expect(() => inOrder([named('a', [named('b')])])).toThrow('a capability is taken and not listed: a > b');
});
