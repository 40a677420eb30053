// Copy buttons, for browsers that run scripts: without this file the texts are there to be selected.
// A link may copy too: what does not fit into it is then ready to be pasted where it leads.
"use strict";

async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  const said = button.closest(".way, .share").querySelector("[data-copied]");
  field.select();
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(field.value);
  } else {
    document.execCommand("copy");
  }
  said.textContent = said.dataset.copied;
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
