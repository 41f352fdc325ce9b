import type { Writing } from './posts.ts';

export const pathOf = ({ by, id }: Writing): string => `/${by.account}/n/${id}`;

const CDN = 'https://assets.st-note.com';

export const eyecatchOf = (name: string): string =>
  `${CDN}/production/uploads/images/${name}/rectangle_large.png?width=800`;
export const pictureOf = (name: string): string => `${CDN}/img/${name}.png?width=1200`;
export const portraitOf = (account: string): string =>
  `${CDN}/production/uploads/profiles/${account}_avatar.png`;
