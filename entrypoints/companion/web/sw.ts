import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Every file of the built companion; set by the build. */
declare const __FILES__: PrecacheEntry[];

precacheAndRoute(__FILES__);
cleanupOutdatedCaches();
// Whatever stands behind the address, also what another app shared: the page reads it, and the hub never sees it.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));
