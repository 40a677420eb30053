// Lines of links that move sideways begin at the page that is open. Without this they begin at their first.
(() => {
  for (const line of document.querySelectorAll(".desk-nav, .case-nav")) {
    const here = line.querySelector("[aria-current]");
    if (here && line.scrollWidth > line.clientWidth) {
      line.scrollLeft += here.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 3;
    }
  }
})();
