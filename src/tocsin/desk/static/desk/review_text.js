// Words and cards light each other; words that are marked in the text can be added to the draft.
(() => {
  const text = document.getElementById("report-text");
  const draft = document.querySelector(".review-draft");
  if (!window.review || !text || !draft) return;

  const piecesOf = (card) => card?.dataset.field
    ? [...text.querySelectorAll(`a.lit[data-fields~="${card.dataset.field}"]`)]
    : card ? [...text.querySelectorAll(`a.lit[data-items~="${card.dataset.item}"]`)] : [];
  const cardOf = (target) => target.closest("[data-field]") || target.closest("[data-item]");

  let shown = [];
  const light = (card) => {
    shown.forEach((piece) => piece.classList.remove("is-lit"));
    shown = piecesOf(card);
    shown.forEach((piece) => piece.classList.add("is-lit"));
    if (shown.length) reveal(shown[0]);
  };
  const reveal = (piece) => {
    const pane = text.getBoundingClientRect(), at = piece.getBoundingClientRect();
    const scrolls = text.scrollHeight > text.clientHeight + 4;
    if (scrolls && (at.top < pane.top + 40 || at.bottom > pane.bottom - 40)) {
      text.scrollTop += at.top - pane.top - pane.height / 3;
    }
  };
  draft.addEventListener("mouseover", (event) => light(cardOf(event.target)));
  draft.addEventListener("focusin", (event) => light(cardOf(event.target)));
  draft.addEventListener("mouseleave", () => light(cardOf(document.activeElement)));
  document.addEventListener("review-changed", () => light(cardOf(document.activeElement)));

  // From a field to its words, and back.
  let left = "";
  const toWords = (card) => {
    const piece = piecesOf(card)[0] || text;
    left = card?.id || left;
    piece.focus({ preventScroll: true });
    piece.scrollIntoView({ block: "center" });
  };
  const back = () => {
    const card = document.getElementById(left);
    card?.scrollIntoView({ block: "center" });
    (card?.matches("details") ? card.querySelector("summary") : card)?.focus({ preventScroll: true });
    return Boolean(card);
  };
  document.querySelector("[data-back]")?.addEventListener("click", (event) => { if (back()) event.preventDefault(); });
  draft.addEventListener("click", (event) => {
    const link = event.target.closest("[data-at]");
    if (!link) return;
    const piece = document.querySelector(link.getAttribute("href"));
    left = cardOf(link)?.id || "";
    if (!piece) return;
    event.preventDefault();
    piece.scrollIntoView({ block: "center" });
    piece.focus({ preventScroll: true });
  });

  // Lit words lead to the field with the fewest words; again, to the next that rests on them.
  let turn = { piece: null, at: 0 };
  const fieldOf = async (piece) => {
    const fields = (piece.dataset.fields || "").split(" ").filter(Boolean);
    turn = turn.piece === piece ? { piece, at: turn.at + 1 } : { piece, at: 0 };
    const pk = fields[turn.at % Math.max(fields.length, 1)];
    const card = document.querySelector(piece.getAttribute("href"));
    let field = pk && document.getElementById(`field-${pk}`);
    if (!field && card?.matches(".item-lean")) {
      const opened = await window.review.openLine(card);
      field = (pk && document.getElementById(`field-${pk}`)) || opened?.querySelector("summary");
    }
    return field || card?.querySelector("summary") || card;
  };
  const open = async (piece) => {
    const field = await fieldOf(piece);
    if (!field) return;
    const card = field.closest("details.item");
    if (card) card.open = true;
    left = field.id || left;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
    const found = field.closest(".item");
    found?.classList.add("is-found");
    setTimeout(() => found?.classList.remove("is-found"), 1600);
  };
  text.addEventListener("click", (event) => {
    const piece = event.target.closest("a.lit");
    if (!piece) return;
    event.preventDefault();
    if (getSelection().isCollapsed) open(piece);
  });
  text.addEventListener("mouseover", (event) => {
    const piece = event.target.closest("a.lit");
    document.querySelectorAll(".is-found").forEach((card) => card.classList.remove("is-found"));
    if (piece) document.querySelector(piece.getAttribute("href"))?.classList.add("is-found");
  });

  // Words marked in the text: where they stand is counted in code points, as the report counts.
  const form = document.getElementById("review-mark");
  const marked = () => {
    const selected = getSelection();
    if (selected.isCollapsed || !selected.rangeCount) return null;
    const range = selected.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString(), bare = words.trim();
    if (!bare) return null;
    const start = [...before.toString()].length + [...words.slice(0, words.indexOf(bare))].length;
    return { start, end: start + [...bare].length, words: bare };
  };
  document.addEventListener("selectionchange", () => {
    const found = marked();
    if (found) {
      const open = document.querySelector("details.add[open] [data-takes-selection]");
      if (open) open.value = found.words;
    }
    if (!form || form.contains(document.activeElement)) return;
    form.hidden = !found;
    if (!found) return;
    form.elements.start.value = found.start;
    form.elements.end.value = found.end;
    form.elements.words.value = found.words;
    form.querySelector("[data-marked]").textContent = found.words.length > 90 ? `${found.words.slice(0, 90)} …` : found.words;
  });
  form?.querySelector("[data-close]").addEventListener("click", () => { form.hidden = true; text.focus(); });

  const markWord = (step, more) => {
    const selected = getSelection();
    const from = document.activeElement.closest("a.lit") || text.querySelector("a.lit") || text;
    const isHere = selected.rangeCount && text.contains(selected.anchorNode);
    if (!isHere) selected.collapse(from.firstChild || from, 0);
    const way = step > 0 ? "forward" : "backward";
    if (more) selected.modify("extend", way, "word");
    else {
      const edge = step > 0 ? "collapseToEnd" : "collapseToStart";
      if (!selected.isCollapsed) selected[edge]();
      selected.modify("extend", way, "word");
      // A word without letters is the space between two.
      if (!selected.toString().trim()) { selected[edge](); selected.modify("extend", way, "word"); }
    }
  };
  window.review.text = { toWords, back, open, markWord, mark: form, holds: (element) => text.contains(element) };
})();
