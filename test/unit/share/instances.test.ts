import { describe, expect, it } from 'vitest';
import { instanceOf, instancesOf, withInstance } from '../../../src/share/instances.ts';
import { Preferences } from '../../../src/share/tables.ts';

const OLD = { channels: ['x', 'mastodon'], instance: 'old.example' };

describe('instances', () => {
  it('of a preference that an older version stored still count, as Mastodon’s alone', () => {
    const kept = Preferences.parse(OLD);
    expect(instanceOf(kept, 'mastodon')).toBe('old.example');
    expect(instanceOf(kept, 'misskey')).toBe('');
    expect(instancesOf(kept)).toEqual({ mastodon: 'old.example' });
  });

  it('are set each by itself, and outlive being written and read', () => {
    const both = withInstance(withInstance(OLD, 'misskey', 'note.example'), 'mastodon', 'new.example');
    const read = Preferences.parse(JSON.parse(JSON.stringify(both)));
    expect(instancesOf(read)).toEqual({ mastodon: 'new.example', misskey: 'note.example' });
  });

  it('are forgotten for good: an old one does not come back', () => {
    expect(instanceOf(withInstance(OLD, 'mastodon', ''), 'mastodon')).toBe('');
  });
});
