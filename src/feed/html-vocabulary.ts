const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements of HTML, and common ones of SVG and MathML: https://html.spec.whatwg.org/#elements-3 */
export const TAGS = words(`
a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup
data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript
object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small
source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul
var video wbr circle clippath defs ellipse g image line lineargradient mask path polygon polyline rect stop symbol text
use`);

/** https://www.w3.org/TR/wai-aria-1.2/#role_definitions */
export const ROLES = words(`
alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox
complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell
group heading img insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox
menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup
rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript switch tab table
tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem`);

/** Attributes of HTML and ARIA. Only their names are shown, never their values. */
export const ATTRIBUTES = words(`
alt aria-atomic aria-busy aria-checked aria-controls aria-current aria-describedby aria-details aria-disabled
aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-level aria-live aria-modal aria-multiline
aria-owns aria-posinset aria-pressed aria-roledescription aria-selected aria-setsize aria-valuenow async autoplay
class cols content contenteditable controls coords crossorigin datetime decoding dir disabled download draggable
fetchpriority for form height hidden href hreflang id inert is itemid itemprop itemscope itemtype lang loading loop
media muted name part placeholder playsinline popover poster preload rel role rows sizes slot spellcheck src srcset
style tabindex target title translate type value viewbox width`);

/** Attributes by which developers mark elements; plain values are shown. */
export const HOOKS = words(`
data-testid data-test-id data-test data-e2e data-cy data-qa data-hook data-view-name data-control-name data-type
data-component data-role slot itemprop rel type`);

/** Interface words that a hook may share with the page's text. */
export const INTERFACE = words(`
account action actions add answer app article attachment audio author avatar badge bar body bookmark box button caption
card cell channel click close comment comments container content context control count counts cover date delete
description detail details dialog edit embed feed field follow footer grid group handle head header home icon image img
inner input item items label like likes link links list main media member menu message meta more name nav note open
option outer overlay page panel parent photo picture play player post posts preview profile quote quoted reaction
reactions reply replies repost retweet root row save send share shares show simple social source status sub tab text
thread thumbnail time timeline timestamp title toggle toolbar top tweet unlike update url user username verified video
view views watch wrapper`);
