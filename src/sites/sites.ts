import { bluesky } from './bluesky.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { note } from './note.ts';
import type { Recipe } from './recipe.ts';
import { reddit } from './reddit.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

/** Every site with a recipe, in the order of the welcome page. */
export const SITES: readonly Recipe[] = [x, bluesky, mastodon, reddit, instagram, note, linkedin, youtube];
