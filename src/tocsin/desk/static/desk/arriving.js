// Without this the page is looked at again by its link. Here: by itself, while something is being read.
(() => {
  const box = document.querySelector("[data-version]");
  if (!box) return;
  const now = `data-version="${box.dataset.version}"`;
  const isBusy = () => document.activeElement?.closest("form, details[open]");
  let left = 200;
  const look = async () => {
    if (!left--) return;
    if (!document.hidden && !isBusy()) {
      try {
        const answer = await fetch(location.href, { credentials: "same-origin" });
        if (answer.ok && !(await answer.text()).includes(now)) return location.reload();
      } catch { /* the server is away for a moment */ }
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 1500);
})();
