const COLOURS = {
  light: { ground: '#ffffff', ink: '#181c1f', dim: '#5c6c74', line: '#e5ebee', pill: '#eaedef' },
  dark: { ground: '#0e1113', ink: '#f2f4f5', dim: '#8ba2ad', line: '#2a3236', pill: '#2a3236' },
} as const;

export const themeOf = (query: URLSearchParams): 'light' | 'dark' =>
  query.get('theme') === 'dark' ? 'dark' : 'light';

/** The root is 10 px, and what is not defined yet is not shown: both are traps for a guest. */
export const css = (theme: 'light' | 'dark'): string => {
  const { ground, ink, dim, line, pill } = COLOURS[theme];
  return `
html{font-size:10px;color-scheme:${theme};--ink:${ink};--line:${line};--pill:${pill}}
*:not(:defined){display:none}
*{box-sizing:border-box}
body{margin:0;background:${ground};color:${ink};font:1.4rem/2rem "Reddit Sans",system-ui,"Noto Sans CJK JP",sans-serif}
a{color:inherit;text-decoration:none}
.page{width:732px;max-width:100%;margin:0 auto;padding:0 16px}
.top{font-weight:700;font-size:1.8rem;padding:16px 0}
hr{border:0;border-top:1px solid ${line};margin:4px 0}
article{padding:8px 16px;border-radius:16px;position:relative}
.credit{display:flex;gap:8px;color:${dim};font-size:1.2rem;padding-bottom:4px}
[slot=title]{font-weight:600;font-size:1.8rem;line-height:2.4rem;display:block;padding-bottom:4px}
.cover{position:absolute;inset:0}
.md p{margin:0 0 8px;overflow-wrap:anywhere}
.md a,.outbound{color:#3d7eff;position:relative}
#post-image{width:100%;height:280px;object-fit:cover;border-radius:16px;display:block}
[slot=share-button]{position:relative;z-index:1}
shreddit-comment{margin-top:16px;display:block}
`;
};

export const oldCss = `
body{margin:0;background:#fff;color:#222;font:normal x-small verdana,arial,"Noto Sans CJK JP",sans-serif}
#header{background:#cee3f8;border-bottom:1px solid #5f99cf;padding:8px 10px;font-size:16px}
.content{margin:7px 5px;max-width:860px}
a{color:#369;text-decoration:none}
.thing{margin:0 0 8px 7px;display:flow-root}
.midcol{float:left;width:40px;text-align:center;color:#c6c6c6;font-weight:bold;min-height:30px}
.arrow{height:12px}.arrow.up::before{content:"▲"}.arrow.down::before{content:"▼"}
.score.dislikes,.score.likes{display:none}
.entry{margin-left:46px}
a.title{font-size:medium;color:#00f}
.title,.tagline{margin:0}
.tagline{color:#888;font-size:10px}
.md{font-size:14px;line-height:20px;max-width:60em}.md p{margin:5px 0}
.link .md{border:1px solid #369;border-radius:7px;background:#fafafa;padding:5px 10px;margin:5px 0}
.flat-list{list-style:none;margin:0;padding:1px 0;font-weight:bold}
.flat-list li{display:inline-block;padding-right:6px}.flat-list a{color:#888}
.comment .child{margin-left:15px;border-left:1px dotted #ddf;padding-left:6px}
`;
