Object.assign(
  globalThis.looks,
  ((looks) => {
    const { all, name, isSeen, controls, ground, contrast } = looks;

    // The middle, and the middle of each edge: its round corners are not its own.
    const pointsOf = ({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return [
        [x, y],
        [left + 2, y],
        [right - 2, y],
        [x, top + 2],
        [x, bottom - 2],
      ];
    };

    const isHidden = (el) =>
      [...el.getClientRects()]
        .flatMap(pointsOf)
        .some(([x, y]) => !el.contains(document.elementFromPoint(x, y)));

    /** The thing that has the focus: which one it is, and whether that shows. */
    const focused = () => {
      const el = document.activeElement;
      if (!el || el === document.body) return null;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(el);
      const faults = [
        ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? ['shows no focus'] : []),
        // WCAG 1.4.11
        ...(contrast(outlineColor, ground(el.parentElement)) < 3 ? [`has a focus that is hard to see`] : []),
        ...(isHidden(el) ? ['has the focus under something, or off the screen'] : []),
      ];
      const index = el.matches('.skip') ? -1 : controls().indexOf(el);
      return { index, name: name(el), faults: faults.map((fault) => `${name(el)} ${fault}`) };
    };

    /** How many stops there are, but for the link that skips the head. */
    const stops = () => controls().length;

    const isDrawn = (ink, el) => ink !== 'none' && contrast(ink, ground(el)) >= 3;

    /** Without the page's own colours: what can be used has an edge, what warns has one too, and icons are there. */
    const faint = () => [
      ...all(
        'button, .button, input:not([type=hidden], [type=checkbox], [type=radio]), .notice, .problems, .attention, .wrong',
      )
        .filter((el) => isSeen(el) && !el.matches('.as-link'))
        .filter((el) => {
          const { borderLeftStyle, borderLeftWidth, borderLeftColor } = getComputedStyle(el);
          const hasEdge = borderLeftStyle !== 'none' && parseFloat(borderLeftWidth) >= 1;
          return !hasEdge || !isDrawn(borderLeftColor, el.parentElement);
        })
        .map((el) => `${name(el)} has no edge`),
      ...all('svg')
        .filter((svg) => svg.checkVisibility())
        .filter((svg) =>
          [...svg.children].every((part) => {
            const { fill, stroke } = getComputedStyle(part);
            return !isDrawn(fill, svg) && !isDrawn(stroke, svg);
          }),
        )
        .map((svg) => `the icon in ${name(svg.parentElement)} cannot be seen`),
    ];

    /** What somebody meets who did not see the page before. */
    const arrival = () => {
      const [summary] = all('.problems');
      const isError = document.title.startsWith('Fout: ');
      if (!summary) return isError ? ['the title says that something is wrong, the page does not'] : [];
      const fields = [...summary.querySelectorAll('a')].map((a) => ({
        a,
        field: document.querySelector(a.hash),
      }));
      return [
        ...(isError ? [] : [`the title is "${document.title}"`]),
        ...(document.activeElement === summary ? [] : ['the summary of what is wrong has no focus']),
        ...fields
          .filter(({ a, field }) => {
            const ids = (field?.getAttribute('aria-describedby') ?? '').split(' ');
            const described = ids.map((id) => document.getElementById(id)?.innerText.trim());
            return !isSeen(field) || field.ariaInvalid !== 'true' || !described.includes(a.innerText.trim());
          })
          .map(({ a }) => `"${a.innerText}" does not stand beside its field`),
      ];
    };

    return { focused, stops, faint, arrival };
  })(globalThis.looks),
);
