// A copy that has ended says so, and asks nobody for anything: people may have been taken out of it since.
const copy = document.querySelector(".mirror");
if (new Date(copy.dataset.ends) < new Date()) {
  document.getElementById("main").replaceChildren(document.getElementById("mirror-ended").content);
}
