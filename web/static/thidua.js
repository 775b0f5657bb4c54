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
