const TAKEOVER = 'musubi:takeover';

/**
 * After an update, or when a page is open while the script is registered, two copies can meet in one page. The
 * newer one says so and the older one tears itself down, so that no post ever carries two pairs. The event says
 * nothing else; a page that sends it itself only loses our buttons.
 */
export function takeOver(): AbortSignal {
  const controller = new AbortController();
  document.dispatchEvent(new CustomEvent(TAKEOVER));
  document.addEventListener(TAKEOVER, () => controller.abort(), { once: true, signal: controller.signal });
  return controller.signal;
}
