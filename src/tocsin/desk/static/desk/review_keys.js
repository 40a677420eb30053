// One key for each act. Each presses a button or follows a link that is on the page without it.
(() => {
  const review = window.review;
  const draft = document.querySelector(".review-draft");
  const keys = document.getElementById("review-keys");
  if (!review?.text || !draft || !keys) return;
  document.documentElement.dataset.keys = "";
  const opener = document.querySelector("button[data-keys]");
  document.querySelectorAll("button[data-keys], [data-next]").forEach((hint) => { hint.hidden = false; });

  // Where j and k stop: lines, folded cards, and every field of an open card.
  const STOPS = ".item-lean, details.item:not([open]) > summary, details.item[open] .decision";
  const stops = () => [...draft.querySelectorAll(STOPS)];
  const inHand = () => document.activeElement.closest(".decision, .item-lean, details.item > summary");
  const cardInHand = () => document.activeElement.closest(".item");
  const take = (stop) => {
    if (!stop) return;
    stop.focus({ preventScroll: true });
    const at = stop.getBoundingClientRect();
    if (at.top < 120 || at.bottom > innerHeight - 40) stop.scrollIntoView({ block: "center" });
  };
  const isUndecided = (stop) => stop.matches("[data-undecided], [data-state=open], [data-state=open] > summary");
  const isUnclear = (stop) => stop.matches("[data-doubt], [data-doubt] > summary") && isUndecided(stop);

  const place = (all, from) => {
    const at = all.indexOf(from);
    if (at >= 0 || !from) return at;
    const after = all.findIndex((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    return after < 0 ? all.length - 1 : after - 1;
  };
  const move = (step) => {
    const all = stops(), from = inHand() || cardInHand(), at = place(all, from);
    take(from ? all[Math.min(Math.max(at + step, 0), all.length - 1)] : all[0]);
  };
  // The next stop after `from` that is wanted, going round.
  const after = (from, wanted) => {
    const all = stops(), at = place(all, from) + 1;
    return [...all.slice(at), ...all.slice(0, at)].find((stop) => stop !== from && wanted(stop));
  };
  const enter = async (stop) => {
    if (!stop) return;
    let card = stop.closest(".item");
    if (stop.matches(".item-lean")) card = await review.openLine(stop);
    else if (stop.matches("summary")) card.open = true;
    else { take(stop); return; }
    take(card?.querySelector(".decision[data-doubt]") || card?.querySelector(".decision[data-undecided]") || card?.querySelector(".decision"));
  };
  const toNext = () => enter(after(inHand(), isUnclear) || after(inHand(), isUndecided));
  document.querySelector("[data-next]").addEventListener("click", (event) => { event.preventDefault(); toNext(); });

  // After a press: on the keyboard on to what is undecided next, else at the place where it was.
  document.addEventListener("review-pressed", ({ detail: { from, cards, act, onKeyboard } }) => {
    const here = document.getElementById(from);
    const changed = cards.find((card) => card.matches(".item"));
    const failed = cards.find((card) => card.querySelector?.(".clash, .errors"));
    if (failed) { take(failed.querySelector(".clash, .errors").closest(".decision") || failed); return; }
    if (from === "review-undo" || from === "review-mark") {
      const card = changed && (changed.open === undefined ? changed : changed.querySelector(".decision[data-undecided]") || changed.querySelector("summary"));
      take(card);
    } else if (onKeyboard && /^(accept|reject|correct|enter)/.test(act)) {
      take(after(here, isUndecided) || here);
    } else if (here && !here.contains(document.activeElement)) {
      here.matches("details") ? take(here.querySelector("summary")) : take(here);
    }
  });

  const button = (act) => {
    const field = document.activeElement.closest(".decision");
    return field
      ? field.querySelector(`button[value^="${act}-"]`)
      : cardInHand()?.querySelector(`button[value="${act}"]`);
  };
  const correct = () => {
    const fold = document.activeElement.closest(".decision")?.querySelector(".correct");
    if (!fold) return;
    fold.open = true;
    const input = fold.querySelector("input, textarea, select");
    input.focus();
    input.select?.();
  };
  const fold = () => {
    const card = cardInHand();
    if (card?.matches(".item-lean")) enter(card);
    else if (card) { card.open = !card.open; take(card.open ? card.querySelector(".decision") : card.querySelector("summary")); }
  };
  let before = null;
  const help = (isOpen) => {
    if (isOpen) before = document.activeElement;
    keys.hidden = !isOpen;
    (isOpen ? keys : before)?.focus();
  };
  keys.querySelector("[data-close]").addEventListener("click", () => help(false));
  opener.addEventListener("click", () => help(keys.hidden));

  const ACTS = {
    j: () => move(1),
    k: () => move(-1),
    n: toNext,
    a: () => button("accept")?.click(),
    r: () => button("reject")?.click(),
    c: correct,
    m: () => document.activeElement.closest(".decision")?.querySelector("input[name=shown]")?.click(),
    u: () => document.getElementById("review-undo").requestSubmit(),
    A: () => cardInHand()?.querySelector("button[value=accept]")?.click(),
    S: () => document.activeElement.closest(".draft-section")?.querySelector("[data-accept-section]")?.click(),
    o: fold,
    t: () => review.text.toWords(inHand() || cardInHand()),
    "?": () => help(keys.hidden),
  };
  const IN_TEXT = {
    t: () => review.text.back(),
    f: () => document.activeElement.matches("a.lit") && review.text.open(document.activeElement),
    ArrowRight: (event) => review.text.markWord(1, event.shiftKey),
    ArrowLeft: (event) => review.text.markWord(-1, event.shiftKey),
    Escape: () => review.text.back(),
  };
  const leave = (event) => {
    const field = event.target.closest(".decision");
    if (event.key === "Escape" && field) {
      field.querySelector(".correct").open = false;
      take(field);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field) {
      event.preventDefault();
      field.querySelector('button[value^="correct-"]')?.click();
    }
  };
  addEventListener("keydown", (event) => {
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) { leave(event); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && !keys.hidden) { help(false); return; }
    const isInText = review.text.holds(document.activeElement);
    const mark = review.text.mark;
    const act = event.key === "+" && mark && !mark.hidden
      ? () => mark.querySelector("button").focus()
      : (isInText && IN_TEXT[event.key]) || ACTS[event.key];
    if (!act || (event.repeat && !"jk".includes(event.key) && !isInText)) return;
    event.preventDefault();
    act(event);
  });
})();
