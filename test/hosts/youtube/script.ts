/** What the page's scripts hold of a video. */
export interface Held {
  readonly id: string;
  readonly handle: string;
  readonly time: string;
}

/**
 * Runs in the page: hangs their data on cards and player, as the site does. `window.__go(id)` gives the watch page
 * another video and the first card another one too, in the same elements, without loading.
 */
export function hold(held: readonly Held[]): void {
  const tapped = (one: Held) => ({
    browseEndpoint: { browseId: 'UC0123456789012345678901', canonicalBaseUrl: `/@${one.handle}` },
  });
  const lockup = (one: Held) => ({
    contentId: one.id,
    metadata: {
      lockupMetadataViewModel: {
        image: {
          decoratedAvatarViewModel: {
            rendererContext: { commandContext: { onTap: { innertubeCommand: tapped(one) } } },
          },
        },
      },
    },
  });
  const give = (element: Element, name: string, value: unknown) =>
    Object.defineProperty(element, name, { value, configurable: true, enumerable: true });
  const idIn = (card: Element) =>
    /(?:[?&]v=|\/shorts\/)([\w-]{11})/.exec(card.querySelector('a')?.getAttribute('href') ?? '')?.[1];
  const fill = (id: string) => {
    const one = held.find((other) => other.id === id);
    for (const player of document.querySelectorAll('#movie_player, #shorts-player'))
      give(player, 'getPlayerResponse', () => ({
        videoDetails: { videoId: one?.id },
        microformat: {
          playerMicroformatRenderer: {
            publishDate: one?.time.replace('.000Z', '+00:00'),
            ownerProfileUrl: `http://www.youtube.com/@${one?.handle}`,
          },
        },
      }));
  };
  for (const card of document.querySelectorAll('yt-lockup-view-model')) {
    const one = held.find(({ id }) => id === idIn(card));
    if (one) give(card, 'rawProps', { data: () => lockup(one) });
  }
  const shown = document.querySelector('[video-id]')?.getAttribute('video-id');
  fill(shown ?? /\/shorts\/([\w-]{11})/.exec(location.pathname)?.[1] ?? held.at(-1)?.id ?? '');

  const go = (id: string) => {
    document.querySelector('ytd-watch-flexy')?.setAttribute('video-id', id);
    history.pushState(null, '', `/watch?v=${id}`);
    fill(id);
  };
  Object.assign(window, { __go: go });
}
