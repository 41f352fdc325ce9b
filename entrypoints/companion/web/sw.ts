import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Every file of the built companion; injected by the build. */
declare const __FILES__: PrecacheEntry[];

precacheAndRoute(__FILES__);
cleanupOutdatedCaches();
// Any address, also one with shared data: the page reads it, and the hub never sees it.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));
