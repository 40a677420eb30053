// Copy buttons, for browsers that run scripts: without this file the texts are there to be selected.
"use strict";

const said = document.querySelector("[data-copied]");

async function copy(field) {
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
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.copies)));
}
