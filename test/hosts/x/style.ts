/** Colours of X in its three themes; the body's ground is what a reader of themes can go by. */
const THEMES = {
  light: {
    ground: 'rgb(255, 255, 255)',
    ink: 'rgb(15, 20, 25)',
    dim: 'rgb(83, 100, 113)',
    line: 'rgb(239, 243, 244)',
  },
  dim: {
    ground: 'rgb(21, 32, 43)',
    ink: 'rgb(247, 249, 249)',
    dim: 'rgb(139, 152, 165)',
    line: 'rgb(56, 68, 77)',
  },
  dark: {
    ground: 'rgb(0, 0, 0)',
    ink: 'rgb(231, 233, 234)',
    dim: 'rgb(113, 118, 123)',
    line: 'rgb(47, 51, 54)',
  },
} as const;

export type Theme = keyof typeof THEMES;

export const themeOf = (query: URLSearchParams): Theme => {
  const asked = query.get('theme');
  return asked === 'dark' || asked === 'dim' ? asked : 'light';
};

/** Attributes of html and body, as the site sets them. */
export const signals = (theme: Theme) => ({
  html: `overflow-y: scroll; overscroll-behavior-y: none; font-size: 15px;${theme === 'light' ? '' : ' color-scheme: dark;'}`,
  body: `background-color: ${THEMES[theme].ground};`,
});

export function css(theme: Theme): string {
  const { ink, dim, line } = THEMES[theme];
  return `
*{box-sizing:border-box}
body{margin:0;color:${ink};font:15px/20px TwitterChirp,-apple-system,"Segoe UI",Roboto,"Noto Sans CJK JP",Helvetica,Arial,sans-serif}
a{color:inherit;text-decoration:none}
.css-175box{display:block;min-width:0}
.r-row,.r-user{display:flex;min-width:0}
.css-1jxf{overflow-wrap:anywhere}
button.r-btn{border:0;background:none;color:inherit;font:inherit;padding:0;cursor:pointer}
[data-testid="primaryColumn"]{width:600px;max-width:100%;margin:0 auto;border-inline:1px solid ${line};min-height:100vh}
.r-top{padding:14px 16px;font-weight:700;font-size:17px;border-bottom:1px solid ${line}}
.r-list{position:relative}
[data-testid="cellInnerDiv"]{border-bottom:1px solid ${line};width:100%}
.r-article{padding:12px 16px 4px;cursor:pointer;outline-offset:-2px}
.r-avatar{flex:0 0 40px;margin-inline-end:10px}
.r-face,.r-face img{width:40px;height:40px;border-radius:50%;overflow:hidden;display:block}
.r-main{flex:1 1 0;min-width:0}
.r-head{justify-content:space-between}
.r-user{gap:4px;flex-wrap:nowrap;white-space:nowrap}
.r-bold{font-weight:700}
.r-dim,.r-time{color:${dim}}
.r-pre{white-space:pre-wrap;overflow-wrap:anywhere}
.r-inline{display:inline-flex}
span.r-row{display:inline}
.r-link{color:rgb(29,155,240)}
.r-unseen{font-size:0}
.r-emoji{width:1.2em;height:1.2em;vertical-align:-20%;margin:0 .05em;border-radius:4px}
.r-icon{width:18.75px;height:18.75px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;display:block}
.r-badge{color:rgb(29,155,240);width:16px;height:16px}
.r-media{margin-top:10px;border-radius:16px;overflow:hidden;flex:1 1 0}
.r-gallery{gap:2px}
.r-media img,.r-media video{width:100%;height:220px;object-fit:cover;display:block}
.r-quote{margin-top:10px;border:1px solid ${line};border-radius:16px;padding:10px 12px}
.r-group{justify-content:space-between;align-items:center;max-width:520px;margin-top:8px;min-height:34px}
.r-act .r-btn .r-dim,.r-btn>.r-dim{display:flex;gap:6px;align-items:center;font-size:13px}
.r-social{gap:8px;font-size:13px;font-weight:700;margin-inline-start:26px}
.r-social .r-icon{width:16px;height:16px;color:${dim}}
.r-stamp{gap:4px;margin:14px 0;color:${dim}}
.r-wide{margin-top:8px}
.r-like[data-on]{color:rgb(249,24,128)}
`;
}
