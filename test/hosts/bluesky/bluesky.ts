import type { Site } from '../answer.ts';
export const bluesky: Site = () => null;
