/** Every capability in the browser, one line each. `src/hub-capabilities.ts` has their sides on the hub. */
export { activity } from './activity/capability.ts';
export { archive } from './archive/capability.ts';
export { capture } from './capture/capability.ts';
export { draft } from './draft/capability.ts';
export { library } from './library/capability.ts';
export { link } from './link/capability.ts';
export { post } from './post/capability.ts';
export { results } from './results/capability.ts';
export { share } from './share/capability.ts';
export { team } from './team/capability.ts';
export { workspace } from './workspace/workspace-capability.ts';
