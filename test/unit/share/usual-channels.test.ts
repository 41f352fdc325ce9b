import { describe, expect, it } from 'vitest';
import { channelOf } from '../../../src/share/channels/index.ts';
import { usualChannels } from '../../../src/share/usual-channels.ts';

describe('the networks to begin with', () => {
  it.each(['CN', 'JP', 'TW', 'US', '', 'constructor'])('are ours, each once, in %s', (country) => {
    const channels = usualChannels(country);
    expect(channels.map(channelOf)).not.toContain(undefined);
    expect(new Set(channels).size).toBe(channels.length);
  });

  it('are those that people in mainland China can open', () => {
    for (const blocked of ['x', 'facebook', 'bluesky', 'threads', 'line', 'hatena', 'whatsapp'])
      expect(usualChannels('CN')).not.toContain(blocked);
  });

  it('are no Japanese ones elsewhere', () => {
    expect(usualChannels('US')).not.toContain('hatena');
    expect(usualChannels('JP')).toContain('hatena');
  });
});
