// The page works without this. Here: one key for each answer, and the pair that comes next is in hand.
(() => {
  const pairs = [...document.querySelectorAll("[data-pair]")];
  const undo = document.querySelector("[data-undo] button");
  if (!document.querySelector("[data-key]") && !undo) return;
  document.querySelectorAll("[data-keys], .key").forEach((part) => part.removeAttribute("hidden"));

  const take = (pair) => {
    pair.focus({ preventScroll: true });
    pair.scrollIntoView({ block: "nearest" });
  };
  // The pair that was judged has gone, and the next one bears its number; the last one may have gone too.
  if (pairs.length && location.hash.startsWith("#pair-")) {
    take(pairs.find((pair) => `#${pair.id}` === location.hash) || pairs[pairs.length - 1]);
  }

  const inHand = () => document.activeElement.closest("[data-pair]");
  const move = (step) => {
    const at = pairs.indexOf(inHand());
    if (pairs.length) take(pairs[at < 0 ? 0 : Math.min(Math.max(at + step, 0), pairs.length - 1)]);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.repeat) return;
    else if (event.key === "z") undo?.click();
    else if ("snu".includes(event.key)) inHand()?.querySelector(`[data-key=${event.key}]`)?.click();
  });
})();
