import type { Site } from '../answer.ts';
export const reddit: Site = () => null;
export const oldReddit: Site = () => null;
