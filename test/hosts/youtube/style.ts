const COLOURS = {
  light: { ground: '#ffffff', ink: '#0f0f0f', dim: '#606060', pill: 'rgb(0 0 0/.05)' },
  dark: { ground: '#0f0f0f', ink: '#f1f1f1', dim: '#aaaaaa', pill: 'rgb(255 255 255/.1)' },
} as const;

export type Theme = keyof typeof COLOURS;
export const themeOf = (query: URLSearchParams): Theme => (query.get('theme') === 'dark' ? 'dark' : 'light');

/** The root is 10 px here too. */
export const css = (theme: Theme): string => {
  const { ground, ink, dim, pill } = COLOURS[theme];
  return `
*{box-sizing:border-box}
html{font-size:10px;color-scheme:${theme}}
body{margin:0;background:${ground};color:${ink};font:1.4rem/2rem Roboto,"Noto Sans CJK JP",Arial,sans-serif}
a{color:inherit;text-decoration:none}
h1,h2,h3{margin:0;font-weight:600}
[hidden]{display:none!important}
ytd-app,ytd-rich-item-renderer,yt-lockup-view-model,ytd-video-renderer,ytd-watch-flexy,ytd-watch-metadata,ytd-comments,ytd-comment-thread-renderer,ytd-comment-view-model,ytd-comment-renderer,ytd-backstage-post-renderer,ytd-reel-video-renderer,reel-action-bar-view-model,ytd-text-inline-expander,yt-content-metadata-view-model,yt-lockup-metadata-view-model,ytd-video-meta-block{display:block}
#page{max-width:1200px;margin:0 auto;padding:16px}
#grid{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
.ytThumbnailViewModelImage img{width:100%;aspect-ratio:16/9;object-fit:cover;border-radius:12px;display:block}
.ytLockupViewModelMetadata{position:relative;padding:12px 24px 0 0}
.ytLockupMetadataViewModelMenuButton{position:absolute;inset-block-start:12px;inset-inline-end:0}
.ytContentMetadataViewModelMetadataRow,#metadata-line,.shortsMeta{display:flex;flex-wrap:wrap;gap:4px;align-items:center;color:${dim}}
button{border:0;background:none;color:inherit;font:inherit;cursor:pointer}
#columns{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:24px}
#movie_player img{width:100%;aspect-ratio:16/9;object-fit:cover;border-radius:12px;display:block}
video{display:none}
#top-row{display:flex;justify-content:space-between;align-items:center;gap:8px;padding:8px 0}
#owner{display:flex;align-items:center}
#top-level-buttons-computed{display:flex;align-items:center;gap:8px}
#top-level-buttons-computed button{background:${pill};border-radius:18px;height:36px;padding:0 16px}
#bottom-row{background:${pill};border-radius:12px;padding:12px}
#expanded,#description,#home-content-text,#content-text,#attributed-snippet-text{white-space:pre-wrap}
#title h1{font-size:2rem;line-height:2.8rem;padding-top:12px}
ytd-comment-thread-renderer,ytd-backstage-post-renderer{padding:8px 0}
#replies{padding-inline-start:48px}
#toolbar{display:flex;align-items:center;gap:8px;min-height:32px;color:${dim}}
.reel-video-in-sequence-thumbnail{height:320px;width:180px;background-size:cover;border-radius:12px}
reel-action-bar-view-model{display:flex;flex-direction:column;align-items:center;width:64px;gap:8px}
.small-emoji{vertical-align:middle}
`;
};
