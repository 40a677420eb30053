// Copy buttons, for browsers that can: without this file the texts are there to be selected.
"use strict";

const copied = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
    } else {
      document.execCommand("copy");
    }
    button.after(copied);
    copied.hidden = false;
  });
}
