Object.assign(
  globalThis.looks,
  ((looks) => {
    const { all, name, isSeen, isOnlyHeard, controls, lines, isIn, isFloating } = looks;

    /** WCAG 1.4.10: nothing sticks out, so that nobody has to scroll sideways to read. */
    const wide = () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, on ${clientWidth}`] : []),
        ...lines()
          .filter(({ rect }) => rect.left < -1 || rect.right > clientWidth + 1)
          .map(({ text }) => `"${text}" sticks out`),
      ];
    };

    /** Text that its box does not show. */
    const cut = () =>
      all('body *')
        .filter((el) => isSeen(el) && !isOnlyHeard(el) && !el.matches('input, svg, svg *, .skip'))
        .filter((el) => {
          const { overflowX, overflowY } = getComputedStyle(el);
          const isCutWide = overflowX !== 'visible' && el.scrollWidth > el.clientWidth + 1;
          const isCutHigh = overflowY !== 'visible' && el.scrollHeight > el.clientHeight + 1;
          return isCutWide || isCutHigh;
        })
        .map((el) => `${name(el)} is cut off`);

    const meet = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      // Lines of text stand a little into each other's space.
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;

    /** Text over text, or a control over another. What floats, such as an open menu, is meant to. */
    const overlapping = () => {
      const things = [
        ...lines(),
        ...controls().flatMap((el) => [...el.getClientRects()].map((rect) => ({ el, text: name(el), rect }))),
      ].filter(({ el }) => !isFloating(el));
      return things.flatMap((one, i) =>
        things
          .slice(i + 1)
          .filter((other) => !isIn(one.el, other.el) && meet(one.rect, other.rect))
          .map((other) => `"${one.text}" and "${other.text}" overlap`),
      );
    };

    /** What a click on the middle of a control meets first. */
    const unreachable = () =>
      controls().flatMap((el) => {
        el.scrollIntoView({ block: 'center' });
        const [rect] = el.getClientRects();
        const hit = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        return el.contains(hit) ? [] : [`${name(el)} lies under ${hit ? name(hit) : 'nothing'}`];
      });

    /** WCAG 2.5.8, without its exceptions. */
    const small = () =>
      controls().flatMap((el) => {
        const { width, height } = el.getBoundingClientRect();
        return width < 24 || height < 24
          ? [`${name(el)} is ${Math.round(width)} by ${Math.round(height)}`]
          : [];
      });

    /** Where the next thing in the document stands before the one that it follows. */
    const disordered = () =>
      all('body *').flatMap((parent) => {
        const things = [...parent.children].filter((el) => isSeen(el) && !isOnlyHeard(el) && !isFloating(el));
        return things.slice(1).flatMap((el, i) => {
          const before = things[i];
          const [a, b] = [before.getBoundingClientRect(), el.getBoundingClientRect()];
          const isAbove = b.bottom <= a.top + 1;
          const isLeft = b.right <= a.left + 1 && b.top < a.bottom - 1;
          return isAbove || isLeft ? [`${name(el)} stands before ${name(before)}`] : [];
        });
      });

    return { wide, cut, overlapping, unreachable, small, disordered };
  })(globalThis.looks),
);
