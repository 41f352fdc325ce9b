import type { Site } from '../answer.ts';
export const mastodon: Site = () => null;
