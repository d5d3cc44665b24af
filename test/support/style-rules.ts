/** The selectors of a sheet, as a page without a mouse and before printing matches them. */
export function selectorsOf(sheet: string): string[] {
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g);
  const selectors = [...rules]
    .map(([, prelude = '']) => prelude.trim())
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(/,(?![^(]*\))/))
    .map((selector) => selector.replace(/::[\w-]+|:(hover|focus-visible|focus)/g, '').trim());
  return [...new Set(selectors)].filter((selector) => selector !== '');
}
