// What makes the working pages quicker. Everything works without it.
"use strict";

// A form that was sent once is not sent again by a second press.
document.addEventListener("submit", (e) => {
  if (e.target.dataset.sent) { e.preventDefault(); return; }
  if (e.target.method === "post" && !e.target.hasAttribute("hx-post")) e.target.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const f of document.querySelectorAll("form[data-sent]")) delete f.dataset.sent;
});

// The projector follows the conference: what the server sends replaces what is
// shown. The browser asks again by itself when the line breaks.
for (const shown of document.querySelectorAll("[data-stream]")) {
  new EventSource(shown.dataset.stream).onmessage = (e) => { shown.innerHTML = JSON.parse(e.data); };
}
