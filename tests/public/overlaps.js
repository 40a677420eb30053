// What lies over something else by more than two pixels, or makes the page wider than the screen.
() => {
  const blocks = "h1, h2, h3, p, li, dt, dd, button, a.button, input, select, textarea, label, summary, address";
  const shown = (element) => element.getClientRects().length && !element.closest("[aria-hidden=true], .visually-hidden");
  const all = [...document.querySelectorAll("main *")].filter((element) => element.matches(blocks) && shown(element));
  const boxes = all.map((element) => [element, element.getBoundingClientRect()]);
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const found = [];
  boxes.forEach(([one, a], place) => {
    for (const [other, b] of boxes.slice(place + 1)) {
      if (!one.contains(other) && !other.contains(one) && over(a, b)) {
        found.push(`${one.outerHTML.slice(0, 80)} lies over ${other.outerHTML.slice(0, 80)}`);
      }
    }
  });
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? [...found, "wider than the screen"] : found;
}
