/** A formula's source for programs, e.g. TeX. */
const SOURCE = /^annotation(?:-xml)?$/;

const holdsFormula = (element: Element | null) =>
  element?.querySelector('math') != null || element?.localName === 'math';

/**
 * Whether an element is the second copy of a formula: KaTeX, MathJax and Wikipedia render it once and add
 * MathML for screen readers. The MathML is read: the rendering may be pictures or loose letters.
 */
export function isFormulaCopy(element: Element): boolean {
  if (SOURCE.test(element.localName)) return true;
  if (element.getAttribute('aria-hidden') !== 'true') return false;
  return holdsFormula(element.previousElementSibling) || holdsFormula(element.nextElementSibling);
}

/** Whether a hidden element has the only text of a formula that is rendered as a picture. */
export function isFormulaText(element: Element): boolean {
  return element.querySelector('math') !== null && element.nextElementSibling?.localName === 'img';
}
