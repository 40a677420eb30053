// Solves the page's riddle while its reader types, so that programs cannot have us write to thousands.
// Without this file the letter is taken all the same; the mail to confirm it may come a little later.
"use strict";

async function begins_with_zeros(text, bits) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new DataView(digest).getUint32(0) >>> (32 - bits) === 0;
}

async function solve(stamp) {
  const bits = Number(stamp.dataset.riddle);
  let answer = 0;
  while (!(await begins_with_zeros(`${stamp.value}:${answer}`, bits))) {
    answer += 1;
  }
  stamp.form.elements.solved.value = answer;
}

for (const stamp of document.querySelectorAll("[data-riddle]")) {
  if (window.crypto && crypto.subtle) {
    solve(stamp);
  }
}
