// The queue works without this. Here: one key for each act, and the row that comes next is in hand after each.
(() => {
  const rows = [...document.querySelectorAll("[data-check]")];
  if (!rows.length) return;
  document.querySelector("[data-keys]")?.removeAttribute("hidden");

  const inHand = () => document.activeElement.closest("[data-check]");
  const take = (row) => {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  // The row that was done has gone, and the next one bears its number; the last one may have gone too.
  if (location.hash.startsWith("#check-")) take(document.querySelector(location.hash) || rows[rows.length - 1]);

  const move = (step) => {
    const at = rows.indexOf(inHand());
    take(rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]);
  };
  const press = (row, key) => {
    const button = row.querySelector(`[data-key=${key}]`);
    const source = row.querySelector("[data-source]");
    if (key === "c" && source && !source.value.trim()) source.focus();
    else button?.click();
  };
  const edit = (row) => {
    row.querySelector("[data-edit]").open = true;
    row.querySelector("[data-value]").focus();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = inHand();
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape" && row) take(row);
      return;
    }
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (!row || event.repeat) return;
    else if (event.key === "c" || event.key === "r") press(row, event.key);
    else if (event.key === "e") { event.preventDefault(); edit(row); }
  });
})();
