const COLOURS = {
  light: {
    ground: '#f4f2ee',
    card: '#ffffff',
    ink: 'rgb(0 0 0/.9)',
    dim: 'rgb(0 0 0/.6)',
    line: 'rgb(140 140 140/.2)',
  },
  dark: {
    ground: '#000000',
    card: '#1b1f23',
    ink: 'rgb(255 255 255/.9)',
    dim: 'rgb(255 255 255/.6)',
    line: 'rgb(255 255 255/.15)',
  },
} as const;

export type Theme = keyof typeof COLOURS;
export const themeOf = (query: URLSearchParams): Theme => (query.get('theme') === 'dark' ? 'dark' : 'light');

export const css = (theme: Theme): string => {
  const { ground, card, ink, dim, line } = COLOURS[theme];
  return `
*{box-sizing:border-box}
html{color-scheme:${theme}}
body{margin:0;background:${ground};color:${ink};font:14px/1.43 -apple-system,"Segoe UI","Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
p,h2,h3,figure,ul{margin:0;padding:0}
ul{list-style:none;display:flex;gap:8px;color:${dim};font-size:12px;padding:8px 0}
main{width:556px;max-width:100%;margin:0 auto}
._card{background:${card};border:1px solid ${line};border-radius:8px;margin:8px 0;padding:12px 16px 4px;overflow:hidden}
._hd,.update-components-actor__container,.comments-comment-meta__container,._cm{display:flex;gap:8px;align-items:flex-start}
._hd ._menu{margin-inline-start:auto}
._hd img,.update-components-actor img{border-radius:50%;display:block}
._top{display:flex;gap:8px;align-items:center;border-bottom:1px solid ${line};padding-bottom:8px;margin-bottom:8px;font-size:12px;color:${dim}}
._off,.visually-hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.update-components-actor__meta-link{display:flex;flex-direction:column}
button{border:0;background:none;color:${dim};font:600 14px/1.4 inherit;cursor:pointer}
[data-testid=expandable-text-box] a,.update-components-text a{color:#0a66c2;font-weight:600}
._img img,._img video,.update-components-image img,video{width:100%;height:280px;object-fit:cover;display:block;margin-top:8px}
.update-components-image button{display:block;padding:0;width:100%}
._row,.feed-shared-social-action-bar{display:flex;align-items:center;justify-content:space-between;min-height:44px;border-top:1px solid ${line};margin-top:8px}
._pair{display:flex}
._btn>div>div,.social-actions-button{display:flex;gap:4px;align-items:center}
svg{fill:none;stroke:currentColor;stroke-width:1.4}
._cm,.comments-comment-entity{margin-top:12px}
.comments-comment-entity--reply,[id^=replaceableComment] [id^=replaceableComment]{margin-inline-start:40px}
._cm ._row,.comments-comment-social-bar--cr{border:0;justify-content:flex-start;gap:8px;display:flex;align-items:center;min-height:32px;margin:0}
.update-components-mini-update-v2{border:1px solid ${line};border-radius:8px;padding:8px;margin-top:8px}
`;
};
