/**
 * The dark strip after a click: the same in light and dark pages, to be visible on both. Only the host receives
 * the pointer (see buttons.css.ts). Only the browser's default fonts: a page can redefine any other family with
 * different glyphs. No backdrop and no shadow over 8 px, which would cover what is pressed next and count as an
 * overlay for visibility. Words are drawn by CSS, out of reach of `find` and selection.
 */
export const STRIP_CSS = `:host{all:initial!important;position:fixed!important;right:auto!important;bottom:auto!important;margin:0!important;border:0!important;padding:0!important;background:none!important;overflow:visible!important;max-inline-size:min(440px,100% - 24px)!important;z-index:2147483647!important;user-select:none!important}
:host::backdrop{display:none!important}
:host *{pointer-events:none}
.strip{box-sizing:border-box;display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:10px 16px;border-radius:10px;background:#211f1c;color:#faf8f4;font:400 13.5px/1.5 system-ui,sans-serif;box-shadow:0 2px 4px rgb(0 0 0/32%),0 0 0 1px rgb(255 255 255/12%);animation:in .15s ease-out}
.strip[lang^=ja],.strip[lang^=zh]{line-height:1.6}
[data-words]::before{content:attr(data-words);white-space:pre-line}
.strip:has(.sign){padding-inline-start:44px}
.sign{position:absolute;inset-block-start:12px;inset-inline-start:16px;inline-size:16px;block-size:16px;background:#9ccb97;clip-path:path("M13.8 4.3L12.7 3.2L6.2 9.7L3.3 6.8L2.2 7.9L6.2 11.9Z")}
.strip[data-tone=warn] .sign{background:#e8bd62;clip-path:path(evenodd,"M8 1.6L15.2 14.2H.8ZM7.2 6H8.8V10.2H7.2ZM7.2 11.2H8.8V12.8H7.2Z")}
.more{flex:1 1 100%;display:flex;flex-wrap:wrap;align-items:center;gap:0 12px;font-size:12.5px;color:#d6cfc4}
.more button{font-weight:400}
.words{flex:1 1 auto;min-inline-size:0;overflow-wrap:anywhere}
button{all:unset;box-sizing:border-box;flex:none;min-block-size:28px;padding-inline:4px;border-radius:4px;font-weight:600;text-decoration:underline;text-underline-offset:3px;pointer-events:none}
button[data-at]{color:#ffb3a3}
button:focus-visible{outline:2px solid #faf8f4;outline-offset:2px}
@keyframes in{from{transform:translateY(4px)}}
@media (prefers-reduced-motion:reduce){.strip{animation:none}}
@media (forced-colors:active){.strip{border:1px solid CanvasText}.sign{forced-color-adjust:none;background:CanvasText}}`;
