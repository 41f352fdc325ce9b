const COLOURS = {
  light: {
    ground: '#f7f9fc',
    card: '#ffffff',
    ink: '#1f232b',
    dim: '#606984',
    line: '#dfe3ec',
    accent: '#563acc',
  },
  dark: {
    ground: '#181821',
    card: '#191b22',
    ink: '#ffffff',
    dim: '#9baec8',
    line: '#34343f',
    accent: '#8c8dff',
  },
} as const;

export const css = (theme: 'light' | 'dark'): string => {
  const { ground, card, ink, dim, line, accent } = COLOURS[theme];
  return `
*{box-sizing:border-box}
html{color-scheme:${theme}}
body{margin:0;background:${ground};color:${ink};font:15px/22px mastodon-font-sans-serif,system-ui,"Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
.column{max-width:600px;margin:0 auto;background:${card};border-inline:1px solid ${line};min-height:100vh}
.column-header{padding:16px;font-weight:600;border-bottom:1px solid ${line}}
.status,.detailed-status{padding:16px;position:relative}
.status__wrapper,.detailed-status__wrapper{border-bottom:1px solid ${line}}
.status{cursor:pointer;min-height:54px}
.status__info{display:flex;flex-direction:row-reverse;justify-content:space-between;gap:10px;margin-bottom:10px}
.status__display-name,.detailed-status__display-name{display:flex;gap:10px;min-width:0}
.status__relative-time,.status__visibility-icon{color:${dim};font-size:14px;display:flex;gap:4px}
.account__avatar,.account__avatar img{width:46px;height:46px;border-radius:8px;overflow:hidden}
.display-name{display:flex;flex-direction:column;min-width:0}
.display-name__account{color:${dim}}
.emojione{width:20px;height:20px;vertical-align:middle;border-radius:4px}
.status__content p{margin:0 0 16px;overflow-wrap:anywhere}
.status__content a{color:${accent}}
.invisible{font-size:0;line-height:0;display:inline-block;width:0;height:0;position:absolute}
.ellipsis::after{content:"…"}
.status__prepend{display:flex;gap:8px;padding:12px 16px 0 58px;color:${dim};font-size:14px}
.status__prepend .icon{width:18px;height:18px}
.content-warning{border:1px solid ${line};border-radius:8px;padding:10px 12px;background:${ground}}
.content-warning p{margin:0 0 6px}
.link-button,.status__content__spoiler-link{border:0;background:none;color:${accent};font:inherit;padding:0}
.media-gallery,.video-player{border-radius:8px;overflow:hidden;margin:8px 0}
.media-gallery img,.video-player video{width:100%;height:220px;object-fit:cover;display:block}
.media-gallery__preview--hidden{display:none}
.status-card{display:block;border:1px solid ${line};border-radius:8px;overflow:hidden}
.status-card__image-image{width:100%;height:140px;object-fit:cover;display:block}
.status-card__content{display:flex;flex-direction:column;padding:12px}
.status-card__host,.status-card__description{color:${dim};font-size:14px}
.status__quote{border:1px solid ${line};border-radius:8px;margin-top:12px}
.status__quote .status__wrapper{border:0}
.status__action-bar,.detailed-status__action-bar{display:flex;justify-content:space-between;align-items:center;gap:18px;margin-top:16px}
.detailed-status__action-bar{border-top:1px solid ${line};padding:12px 16px;margin:0}
.icon-button{display:inline-flex;gap:4px;align-items:center;border:0;background:none;color:${dim};padding:0;font:inherit;cursor:pointer}
.icon{width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round}
.fa{display:inline-block;width:16px;height:16px;border:2px solid currentColor;border-radius:5px}
.fa-star{border-radius:50%}.fa-more{height:4px;background:currentColor}
.detailed-status__meta{color:${dim};margin-top:16px;display:grid;gap:6px}
.detailed-status__meta__line{display:flex;gap:6px;align-items:center}
.detailed-status__link{display:inline-flex;gap:4px;align-items:center}
`;
};
