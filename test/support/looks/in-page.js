// Runs in the page, on behalf of the person who looks at it; the page itself has no script. Each look lists what is wrong.
globalThis.looks = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const name = (el) =>
    `${el.tagName.toLowerCase()} "${(el.innerText || el.value || el.id || el.className || '').toString().trim().slice(0, 40)}"`;

  const isSeen = (el) =>
    el.checkVisibility({ visibilityProperty: true }) &&
    !el.closest('.unseen') &&
    el.getClientRects().length > 0;
  const isOnlyHeard = (el) => getComputedStyle(el).clipPath !== 'none';

  /** Where Tab stops in a choice: what is chosen, or the first. The arrows go on from there. */
  const isStop = (el) => {
    if (el.type !== 'radio') return true;
    const group = [...el.form.querySelectorAll('[type=radio]')].filter(({ name }) => name === el.name);
    return el === (group.find(({ checked }) => checked) ?? group[0]);
  };

  /** What can be clicked, in the order of the document. The link that skips the head shows when it has the focus. */
  const controls = () =>
    all('a[href], button, input:not([type=hidden]), select, textarea, summary').filter(
      (el) => isSeen(el) && el.tabIndex >= 0 && !el.matches('.skip') && isStop(el),
    );

  /** Lines of text, as they stand on the screen. */
  const lines = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const el = node.parentElement;
      if (!node.data.trim() || !isSeen(el) || el.closest('.skip, option')) continue;
      if ([...ancestors(el)].some(isOnlyHeard)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width > 1) found.push({ el, text: node.data.trim().slice(0, 40), rect });
      }
    }
    return found;
  };

  function* ancestors(el) {
    for (let at = el; at; at = at.parentElement) yield at;
  }

  const isIn = (outer, el) => outer === el || outer.contains(el) || el.contains(outer);
  const isFloating = (el) => [...ancestors(el)].some((at) => getComputedStyle(at).position === 'absolute');

  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isClear = (colour) => rgb(colour)[3] === 0;
  const ground = (el) => {
    for (const at of ancestors(el)) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).colorScheme === 'dark'
      ? 'rgb(0, 0, 0)'
      : 'rgb(255, 255, 255)';
  };
  const luminance = (colour) => {
    const [r, g, b] = rgb(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  return { all, name, isSeen, isOnlyHeard, controls, lines, ancestors, isIn, isFloating, ground, contrast };
})();
