// What is typed goes to the server every few seconds, as words that are not saved yet; and the page says that it is open.
// Nothing of it is stored in the browser.
(() => {
  const bar = document.getElementById("review-bar");
  const draft = document.querySelector(".review-draft");
  if (!window.review || !bar || !draft || "readsOnly" in bar.dataset) return;
  const key = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!key()) return;

  const form = (entries) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", key());
    for (const [name, value] of Object.entries(entries)) body.append(name, value);
    return body;
  };

  // Typed and not yet on the server, by place.
  const waiting = new Map();
  const PLACE = /^(published|(value|new)-\d+|(add|words)-[a-z]+)$/;
  let timer = 0;
  const keep = async () => {
    clearTimeout(timer);
    timer = 0;
    for (const [place, typed] of [...waiting]) {
      let answer;
      try { answer = await fetch(bar.dataset.unsaved, { method: "POST", body: form({ place, typed }), redirect: "manual" }); }
      catch { window.review.tell("lost"); again(); return; }
      if (window.review.isOut(answer.status)) return;
      if (answer.status >= 500) { window.review.tell("lost"); again(); return; }
      if (waiting.get(place) === typed) waiting.delete(place);
      window.review.tell(answer.ok ? "kept" : "");
    }
  };
  document.addEventListener("review-back", keep);
  const again = () => { if (!timer) timer = setTimeout(keep, 5000); };
  draft.addEventListener("input", (event) => {
    if (!PLACE.test(event.target.id)) return;
    waiting.set(event.target.id, event.target.value);
    if (!timer) timer = setTimeout(keep, 2000);
  });
  draft.addEventListener("focusout", (event) => { if (waiting.has(event.target.id)) keep(); });
  // What was saved by its button waits no longer.
  document.addEventListener("review-pressed", ({ detail: { form, isDone } }) => {
    for (const place of isDone ? [...waiting.keys()] : []) {
      const input = document.getElementById(place);
      if (!input || input.form === form) waiting.delete(place);
    }
  });
  addEventListener("pagehide", () => {
    for (const [place, typed] of waiting) navigator.sendBeacon(bar.dataset.unsaved, form({ place, typed }));
  });

  // Every 15 seconds: where we are, and who else is.
  let isBusy = false;
  for (const sign of ["keydown", "pointerdown", "wheel"]) addEventListener(sign, () => { isBusy = true; }, { passive: true });
  const here = () => {
    if (document.hidden) return;
    const request = new XMLHttpRequest();
    request.open("POST", bar.dataset.here);
    request.responseType = "document";
    request.onload = () => {
      if (window.review.isOut(request.status)) return;
      const fresh = request.status === 200 && request.response?.getElementById("review-here");
      if (fresh) document.getElementById("review-here").replaceWith(document.adoptNode(fresh));
    };
    const item = document.activeElement.closest("[data-item]")?.dataset.item || "";
    request.send(form(isBusy ? { item, busy: 1 } : { item }));
    isBusy = false;
  };
  setInterval(here, 15000);
  document.addEventListener("visibilitychange", here);
})();
