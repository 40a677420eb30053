// Puts an action into the page of another site, where its line stands, as high as it needs to be. It reads nothing there.
"use strict";
(() => {
  const line = document.currentScript;
  const ours = new URL(`/embed/${line.dataset.action}`, line.src);
  if (line.dataset.by) ours.searchParams.set("by", line.dataset.by);
  const frame = document.createElement("iframe");
  frame.src = ours.href;
  frame.title = line.dataset.title || "";
  frame.referrerPolicy = "no-referrer";
  frame.style.cssText = "inline-size: 100%; max-inline-size: 38rem; block-size: 24rem; border: 0";
  line.after(frame);
  addEventListener("message", ({ source, origin, data }) => {
    if (source === frame.contentWindow && origin === ours.origin && data.height > 0) {
      frame.style.blockSize = `${data.height}px`;
    }
  });
})();
