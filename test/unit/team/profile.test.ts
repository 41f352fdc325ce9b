import { describe, expect, it } from 'vitest';
import { likelyCountry, nearestLanguage, Profile, profile } from '../../../src/team/profile.ts';

describe('what is proposed to a new person', () => {
  it('is the country of the time zone, else of the language', () => {
    expect(likelyCountry('en-US', 'Asia/Tokyo')).toBe('JP');
    expect(likelyCountry('ja', 'America/New_York')).toBe('JP');
    expect(likelyCountry('zh-CN', 'Asia/Shanghai')).toBe('CN');
    expect(likelyCountry('en-GB', 'Europe/London')).toBe('UK');
    expect(likelyCountry('de-DE', 'Europe/Berlin')).toBe('EU');
    expect(likelyCountry('en-US', 'America/Chicago')).toBe('US');
  });

  it('is never silence about the employer', () => {
    expect(likelyCountry('xx', 'Etc/Unknown')).not.toBe('none');
  });

  it('is the first language of theirs that we speak', () => {
    expect(nearestLanguage(['fr-FR', 'zh-Hant-TW', 'ja'])).toBe('zh-CN');
    expect(nearestLanguage(['JA-jp'])).toBe('ja');
    expect(nearestLanguage([])).toBe('en');
  });

  it('fits its own schema', () => {
    expect(Profile.safeParse(profile.initial).success).toBe(true);
  });
});
