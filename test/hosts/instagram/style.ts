const COLOURS = {
  light: { ground: '#ffffff', ink: '#0c1014', dim: '#6a717a', line: '#dbdfe4' },
  dark: { ground: '#0c1014', ink: '#f5f5f5', dim: '#a2aab4', line: '#25292e' },
} as const;

export const themeOf = (query: URLSearchParams): 'light' | 'dark' =>
  query.get('theme') === 'dark' ? 'dark' : 'light';

export const css = (theme: 'light' | 'dark'): string => {
  const { ground, ink, dim, line } = COLOURS[theme];
  return `
*{box-sizing:border-box}
html{color-scheme:${theme}}
body{margin:0;background:${ground};color:${ink};font:14px/18px system-ui,"Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
h1,h2,h3{font:inherit;margin:0}
ul{list-style:none;margin:0;padding:0}
button{border:0;background:none;color:inherit;font:inherit;padding:0;cursor:pointer}
main{display:block;max-width:935px;margin:0 auto}
.x1feed{max-width:470px;margin:0 auto}
article{display:block;border-bottom:1px solid ${line};padding-bottom:12px;margin-bottom:16px}
.x1head{display:flex;align-items:center;gap:10px;padding:12px 4px}
.x1name{font-weight:600}
.x1face{border-radius:50%;object-fit:cover;display:block}
.x1media{position:relative;border:1px solid ${line};border-radius:4px;overflow:hidden}
.x1media ul{display:flex}.x1media li{flex:0 0 100%}
.x1media img,.x1media video{display:block;width:100%;height:300px;object-fit:cover}
.x1row{display:flex;align-items:center;justify-content:space-between;padding:4px 0}
.x1acts{display:flex;align-items:center}
.x1acts [role=button],.x1row>div>[role=button]{padding:8px;cursor:pointer;display:flex}
.x1pre{white-space:pre-line;overflow-wrap:anywhere}
.x1dim,.x1dim button{color:${dim}}
.x1two{display:grid;grid-template-columns:3fr 2fr;gap:16px;padding-top:24px}
.x1grid{display:grid;grid-template-columns:repeat(3,1fr);gap:4px;padding-top:24px}
.x1tile{display:block;overflow:hidden}
.x1tile img{display:block;width:100%;height:240px;object-fit:cover}
.x1remark{display:flex;gap:10px;padding:8px 0}
.x1over{position:fixed;inset:0;background:rgb(0 0 0/.65);display:grid;place-items:center;z-index:4}
.x1box{background:${ground};width:900px;max-width:96vw;max-height:96vh;overflow:auto;border-radius:4px}
.x1box article{margin:0;border:0;padding:12px}
.x1reel{height:94vh;display:grid;grid-template-columns:400px 1fr;gap:12px;align-items:end;padding:8px;scroll-snap-align:start}
.x1reel video{width:400px;height:80vh;object-fit:cover;background:#222}
`;
};
