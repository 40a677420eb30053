// The review works without this. Here: a press sends its form by itself, and only what changed is put into the page.
// Answers come as documents, which the page adopts piece by piece; no text is ever made into markup here.
(() => {
  const bar = document.getElementById("review-bar");
  const draft = document.querySelector(".review-draft");
  if (!bar || !draft) return;

  const kept = document.getElementById("review-kept");
  const tell = (what) => {
    kept.hidden = !what;
    for (const words of kept.children) words.hidden = !(what in words.dataset);
  };

  // Signed out, or the form is too old: the page asks again and again whether its member is signed in again, in
  // whatever tab, and takes the key that forms need from the fresh page. For somebody else it stays as it is.
  let isRenewing = false;
  const renew = async () => {
    if (isRenewing) return;
    isRenewing = true;
    while (!(await isBack())) await new Promise((resolve) => { setTimeout(resolve, 3000); });
    isRenewing = false;
    document.dispatchEvent(new CustomEvent("review-back"));
    tell("again");
  };
  const isBack = async () => {
    let fresh;
    try { fresh = (await send(location.href, null, "GET")).response; } catch { return false; }
    const isHers = fresh?.getElementById("review-bar")?.dataset.member === bar.dataset.member;
    const key = isHers && fresh.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!key) return false;
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = key;
    return true;
  };
  const isOut = (status) => {
    if (status !== 404 && status !== 403) return false;
    tell("out");
    renew();
    return true;
  };

  const send = (address, body, method = "POST") => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "document";
    request.setRequestHeader("X-Answer", "parts");
    request.timeout = 20000;
    request.onload = () => resolve(request);
    request.onerror = request.ontimeout = reject;
    request.send(body);
  });

  const lightAgain = (card) => {
    const state = card.dataset.state, pk = card.dataset.item;
    if (!state) return;
    for (const piece of document.querySelectorAll(`a.lit[data-items~="${pk}"]`)) {
      const states = piece.dataset.items.split(" ").map((other) =>
        document.getElementById(`item-${other}`)?.dataset.state || "left");
      const all = states.includes("open") ? "open" : states.includes("taken") ? "taken" : "left";
      piece.classList.remove("lit-open", "lit-taken", "lit-left");
      piece.classList.add(`lit-${all}`);
    }
  };

  const put = (part) => {
    const here = document.getElementById(part.id);
    if ("gone" in part.dataset) { here?.remove(); return null; }
    const fresh = document.adoptNode(part);
    if (here) here.replaceWith(fresh);
    return fresh;
  };

  // Puts every part of an answer in the place of the one with its id; new cards go to the end of their section.
  const take = (answer) => {
    const cards = [];
    for (const part of [...answer.body.children]) {
      if (part.dataset.into) {
        for (const card of [...part.children]) {
          const isNew = !document.getElementById(card.id);
          const fresh = put(card);
          if (isNew) document.getElementById(part.dataset.into)?.append(fresh);
          cards.push(fresh);
        }
      } else if (part.dataset.sentence) {
        const sentence = document.getElementById(part.dataset.sentence);
        if (sentence) sentence.className = `sentence ${part.dataset.use}`;
      } else if (part.id) {
        const fresh = put(part);
        if (fresh) cards.push(...fresh.querySelectorAll("[data-state]"));
      }
    }
    cards.forEach(lightAgain);
    document.querySelectorAll("[data-saves-ticks]").forEach((button) => button.classList.add("visually-hidden"));
    document.dispatchEvent(new CustomEvent("review-changed", { detail: { cards } }));
    return cards;
  };

  const ask = async (address, body, method) => {
    let answer;
    try { answer = await send(address, body, method); } catch { tell("failed"); return null; }
    const isOurs = answer.response?.getElementById("review-progress");
    if (!isOurs) { if (!isOut(answer.status)) tell("failed"); return null; }
    tell("");
    return { cards: take(answer.response), isDone: answer.status < 300 };
  };

  const idOf = (element) => element?.closest("[data-field]")?.id || element?.closest("[data-item]")?.id
    || element?.closest("section[id], form[id]")?.id;

  // What was added is on its card now; the form is free for the next.
  const clear = (form) => {
    for (const input of form.querySelectorAll("input:not([type=hidden]), textarea")) input.value = "";
    form.closest("details.add").open = false;
  };

  let isBusy = false;
  const press = async (form, button) => {
    if (isBusy) return;
    isBusy = true;
    const from = idOf(button || form), body = new FormData(form, button);
    const onKeyboard = document.documentElement.dataset.by === "key";
    // The buttons of folded lines share one form a section, and say themselves where they lead.
    const answer = await ask(button?.hasAttribute("formaction") ? button.formAction : form.action, body);
    isBusy = false;
    if (!answer) return;
    if (form.id === "review-mark") form.hidden = true;
    const detail = { ...answer, form, from, onKeyboard, act: button?.value || "" };
    document.dispatchEvent(new CustomEvent("review-pressed", { detail }));
    if (answer.isDone && form.matches(".add-form")) clear(form);
  };
  addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-parts], #review-undo, #review-mark")) return;
    event.preventDefault();
    press(form, event.submitter);
  });

  // A tick on something taken is saved at once.
  draft.addEventListener("change", (event) => {
    if (!event.target.matches("[data-saves]")) return;
    const form = event.target.form;
    form.requestSubmit(form.querySelector("[data-saves-ticks]"));
  });
  document.querySelectorAll("[data-saves-ticks]").forEach((button) => button.classList.add("visually-hidden"));

  // A line opens in its place.
  const openLine = async (line) => {
    const link = line.querySelector("[data-open]");
    const answer = link && await ask(link.href, null, "GET");
    return answer?.cards[0] || null;
  };
  draft.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-open]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const card = await openLine(link.closest("[data-item]"));
    card?.querySelector("summary")?.focus();
  });

  addEventListener("keydown", () => { document.documentElement.dataset.by = "key"; }, true);
  addEventListener("pointerdown", () => { document.documentElement.dataset.by = "pointer"; }, true);
  window.review = { openLine, tell, isOut };
})();
