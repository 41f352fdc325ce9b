const COLOURS = {
  light: { ground: '#ffffff', ink: '#08131a', dim: '#596367', line: '#e6eaeb', soft: '#f5f8fa' },
  dark: { ground: '#131314', ink: '#e8eaed', dim: '#9aa3a7', line: '#2c2f31', soft: '#1d1f20' },
} as const;

export const themeOf = (query: URLSearchParams): 'light' | 'dark' =>
  query.get('theme') === 'dark' ? 'dark' : 'light';

/** A link lies over the whole of a card, as the site has it. */
export const css = (theme: 'light' | 'dark'): string => {
  const { ground, ink, dim, line, soft } = COLOURS[theme];
  return `
*{box-sizing:border-box}
html{color-scheme:${theme}}
body{margin:0;background:${ground};color:${ink};font:16px/1.6 "Hiragino Sans",system-ui,"Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
button{border:0;background:none;color:inherit;font:inherit;padding:0;cursor:pointer;display:inline-flex}
figure{margin:0}
.o-header{padding:14px 24px;border-bottom:1px solid ${line};font-weight:700}
.p-list{max-width:900px;margin:24px auto;display:grid;grid-template-columns:repeat(2,1fr);gap:24px;padding:0 16px}
.m-largeNoteWrapper__card,.o-horizontalTimeLineNote,.bg-surface-normal{position:relative;border:1px solid ${line};border-radius:8px;overflow:hidden;padding:0 12px 12px;display:block;background:${ground}}
.m-largeNoteWrapper__link{position:absolute;inset:0;z-index:0}
.m-thumbnail{margin:0 -12px;height:160px;background:${soft}}
.m-thumbnail img{width:100%;height:160px;object-fit:cover;display:block}
h3{font-size:17px;line-height:1.4;margin:10px 0 4px}
.m-noteBody__description{color:${dim};font-size:14px;margin:0}
.o-largeNoteSummary{display:flex;gap:8px;align-items:center;font-size:13px;position:relative}
.o-largeNoteSummary img{width:24px;height:24px;border-radius:50%}
.o-largeNoteSummary time,.m-price{color:${dim};font-size:12px}
.foot{display:flex;align-items:center;gap:4px;color:${dim};position:relative}
.o-noteLikeV3{display:inline-flex;align-items:center;gap:6px}
article{max-width:620px;margin:0 auto;padding:24px 16px}
.o-noteEyecatch img{width:100%;height:280px;object-fit:cover;border-radius:8px}
h1{font-size:28px;line-height:1.4;margin:16px 0}
.head{display:flex;gap:10px;align-items:center;color:${dim};font-size:14px}
.head img{width:40px;height:40px;border-radius:50%}
.note-common-styles__textnote-body{font-size:18px;line-height:2}
.note-common-styles__textnote-body img{max-width:100%;display:block}
.o-noteAreaPaymentWall{background:${soft};border-radius:8px;padding:24px;text-align:center}
.p-article__hashtags{display:flex;gap:8px;list-style:none;padding:0;font-size:14px}
.p-article__action{display:flex;align-items:center;gap:8px;color:${dim};padding:12px 0;border-top:1px solid ${line}}
`;
};
