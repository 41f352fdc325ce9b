/** What a formula keeps beside itself for programs: its source in TeX, say. */
const SOURCE = /^annotation(?:-xml)?$/;

const holdsFormula = (element: Element | null) =>
  element?.querySelector('math') != null || element?.localName === 'math';

/**
 * Whether an element is the second copy of a formula: KaTeX, MathJax and Wikipedia draw each for the eye and write it once
 * more as MathML for screen readers. The MathML is the one to read: the drawing may be pictures or loose letters.
 */
export function isFormulaCopy(element: Element): boolean {
  if (SOURCE.test(element.localName)) return true;
  if (element.getAttribute('aria-hidden') !== 'true') return false;
  return holdsFormula(element.previousElementSibling) || holdsFormula(element.nextElementSibling);
}

/** Whether an element that is not drawn holds the only text of a formula that is drawn as a picture. */
export function isFormulaText(element: Element): boolean {
  return element.querySelector('math') !== null && element.nextElementSibling?.localName === 'img';
}
