// The review works without this. Here: lit words follow the card in hand, the page stays where it was, two keys.
(() => {
  const text = document.getElementById("report-text");
  const draft = document.querySelector(".review-draft");
  if (!text || !draft) return;

  // The place on the page survives a press of a button.
  const kept = "review" + location.pathname;
  const remember = () => sessionStorage.setItem(kept, JSON.stringify([scrollY, text.scrollTop]));
  addEventListener("submit", remember);
  const places = sessionStorage.getItem(kept);
  if (places) {
    const [page, pane] = JSON.parse(places);
    history.replaceState(null, "", location.pathname + location.search);
    const settle = () => { scrollTo({ top: page, behavior: "instant" }); text.scrollTop = pane; };
    settle();
    addEventListener("load", settle);
  }
  sessionStorage.removeItem(kept);

  // Words and cards light each other.
  const holds = (list, pk) => (list || "").split(" ").includes(pk);
  const lit = (card) => [...text.querySelectorAll("a.lit")].filter((a) =>
    card.dataset.field ? holds(a.dataset.fields, card.dataset.field) : holds(a.dataset.items, card.dataset.item));
  let shown = [];
  const light = (card) => {
    shown.forEach((a) => a.classList.remove("is-lit"));
    shown = card ? lit(card) : [];
    shown.forEach((a) => a.classList.add("is-lit"));
    if (shown.length) reveal(shown[0]);
  };
  const reveal = (piece) => {
    const pane = text.getBoundingClientRect(), at = piece.getBoundingClientRect();
    const scrolls = text.scrollHeight > text.clientHeight + 4;
    if (scrolls && (at.top < pane.top + 40 || at.bottom > pane.bottom - 40)) {
      text.scrollTop += at.top - pane.top - pane.height / 3;
    }
  };
  const cardOf = (target) => target.closest("[data-field]") || target.closest("[data-item]");
  draft.addEventListener("mouseover", (event) => light(cardOf(event.target)));
  draft.addEventListener("focusin", (event) => light(cardOf(event.target)));
  draft.addEventListener("mouseleave", () => light(null));

  const open = (card) => {
    card.open = true;
    card.scrollIntoView({ block: "center" });
    card.classList.add("is-found");
    setTimeout(() => card.classList.remove("is-found"), 1600);
    card.querySelector("summary, button, a")?.focus({ preventScroll: true });
  };
  text.addEventListener("click", (event) => {
    const piece = event.target.closest("a.lit");
    const card = piece && document.querySelector(piece.getAttribute("href"));
    if (!card) return;
    event.preventDefault();
    open(card);
  });
  text.addEventListener("mouseover", (event) => {
    const piece = event.target.closest("a.lit");
    document.querySelectorAll(".is-found").forEach((card) => card.classList.remove("is-found"));
    if (piece) document.querySelector(piece.getAttribute("href"))?.classList.add("is-found");
  });

  // A tick on something taken is saved at once.
  draft.addEventListener("change", (event) => {
    if (!event.target.matches("[data-saves]")) return;
    event.target.form.requestSubmit(event.target.form.querySelector("[data-saves-ticks]"));
  });
  document.querySelectorAll("[data-saves-ticks]").forEach((button) => button.classList.add("visually-hidden"));

  // Words selected in the text go into the open form that asks for them.
  document.addEventListener("selectionchange", () => {
    const selected = getSelection();
    if (selected.isCollapsed || !text.contains(selected.anchorNode)) return;
    const field = document.querySelector("details.add[open] [data-takes-selection]");
    if (field) field.value = selected.toString().trim();
  });

  // n: the next undecided card; a: accept the card in hand.
  const next = document.querySelector("[data-next]");
  if (next) next.hidden = !draft.querySelector(".item .state-open");
  const toNext = () => {
    const waiting = [...draft.querySelectorAll(".item")].filter((card) => card.querySelector(".state-open"));
    const here = document.activeElement.closest(".item");
    const after = waiting.find((card) => here && here.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
    const card = after || waiting[0];
    if (card) open(card);
  };
  next?.addEventListener("click", (event) => { event.preventDefault(); toNext(); });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "n") toNext();
    if (event.key === "a") document.activeElement.closest(".item")?.querySelector("button[value=accept]")?.click();
  });
})();
