"""Words that a column too narrow for them breaks in two without a hyphen."""

from playwright.sync_api import Page

# Longer ones fit no phone; browsers hyphenate them where they know the language. Nor what is spelt letter by letter.
_SCRIPT = r"""() => {
  const broken = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isPassedOver = (element) => element.closest("textarea, option, svg, pre, code, address, .address, .hash, bdi")
    || !element.checkVisibility({ visibilityProperty: true }) || isClipped(element);
  const isClipped = (element) => element && (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (isPassedOver(text.parentElement)) continue;
    for (const word of text.data.matchAll(/(?<![\p{L}@.\/:_\u00ad-])[\p{L}\p{M}]{5,20}(?![\p{L}@\/_\u00ad-])/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((r) => r.width > 0).map((r) => Math.round(r.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


def broken_words(page: Page) -> list[str]:
    """Each with the page that breaks it and how wide that is."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    words: list[str] = page.evaluate(_SCRIPT)
    return [f"{page.url} at {width} pixels breaks “{word}”" for word in words]
