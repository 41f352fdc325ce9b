const THEMES = {
  light: { ground: '#ffffff', ink: '#0b0f14', dim: '#42576c', line: '#d4dbe2' },
  dim: { ground: '#151d28', ink: '#ffffff', dim: '#aebbc9', line: '#2c3a4e' },
  dark: { ground: '#000000', ink: '#ffffff', dim: '#8d99a5', line: '#232e3e' },
} as const;

export type Theme = keyof typeof THEMES;

export const themeOf = (query: URLSearchParams): Theme => {
  const asked = query.get('theme');
  return asked === 'dark' || asked === 'dim' ? asked : 'light';
};

export const css = (theme: Theme): string => {
  const { ground, ink, dim, line } = THEMES[theme];
  return `
*{box-sizing:border-box}
html{background:${ground};color-scheme:${theme === 'light' ? 'light' : 'dark'}}
body{margin:0;color:${ink};font:15px/20px InterVariable,system-ui,"Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
button{border:0;background:none;color:inherit;font:inherit;padding:0;cursor:pointer;text-align:start}
.css-g5y{display:flex;flex-direction:column;min-width:0}
.css-146{min-width:0}
.s-page{width:600px;max-width:100%;margin:0 auto;border-inline:1px solid ${line};min-height:100vh}
.s-top{padding:14px 16px;font-weight:700;border-bottom:1px solid ${line};text-align:center}
.s-item{padding:10px 16px;border-bottom:1px solid ${line};cursor:pointer}
.s-row,.s-cols,.s-left,.s-right,.s-reason{flex-direction:row}
.s-row{gap:4px;align-items:center}
.s-cols{gap:10px}
.s-main{flex:1 1 0}
.s-reason{gap:6px;padding-inline-start:36px;font-size:13px;align-items:center}
.s-bold{font-weight:600;white-space:nowrap}
.s-dim{color:${dim};white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.s-pre{white-space:pre-wrap;overflow-wrap:anywhere;padding-block:2px}
.s-link{color:#1083fe}
.s-face42,.s-face42 img{width:42px;height:42px;border-radius:50%;overflow:hidden}
.s-face16,.s-face16 img{width:16px;height:16px;border-radius:50%;overflow:hidden}
.s-gallery{flex-direction:row;gap:4px;margin-top:8px}
.s-media{flex:1 1 0;border-radius:12px;overflow:hidden}
.s-media img,.s-media video{width:100%;height:220px;object-fit:cover;display:block}
.s-card{border:1px solid ${line};border-radius:12px;padding:12px;margin-top:8px;gap:4px}
.s-controls{flex-direction:row;justify-content:space-between;align-items:center;margin-top:6px;color:${dim};font-size:14px}
.s-left{flex:1;justify-content:space-between;max-width:320px}
.s-controls button,.s-controls [role=button]{flex-direction:row;gap:4px;align-items:center;padding:5px;display:flex}
.s-right{gap:4px;align-items:center}
.s-stamp{padding-block:10px}
.s-stats{gap:12px;border-block:1px solid ${line};padding-block:10px}
`;
};
