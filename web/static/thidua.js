// What makes the working pages quicker. Everything works without it.
"use strict";

// A form that was sent once is not sent again by a second press.
document.addEventListener("submit", (e) => {
  if (e.defaultPrevented) return;
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

// A score sheet is filled in like a spreadsheet: a row that changes is sent by
// itself, and what the server says of it is shown beside it.
for (const form of document.querySelectorAll("form[data-sheet]")) {
  const status = document.getElementById("da-luu");
  const rows = [...form.querySelectorAll("[data-cell]")];
  const say = (text) => { if (status) status.textContent = text; };
  const fields = (row) => [...row.querySelectorAll("input[name], select[name], textarea[name]")];
  let stopped = false, held = null;

  const send = async (row) => {
    clearTimeout(row.timer);
    if (stopped) return;
    if (row.sending) { row.again = true; return; }
    row.sending = true; row.again = row.dirty = false;
    const body = new URLSearchParams({ turn: form.elements.turn.value, criterion: row.dataset.cell });
    for (const f of fields(row)) {
      if (f.type !== "radio" && (f.type !== "checkbox" || f.checked)) body.append(f.name, f.value);
    }
    say(form.dataset.saving);
    try {
      const answer = await fetch(form.dataset.sheet, { method: "POST", body });
      if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) throw answer;
      show(row, await answer.json());
    } catch (e) {
      say(form.dataset.lost);
      if (!(e instanceof Response)) { row.dirty = true; row.timer = setTimeout(() => send(row), 5000); }
    }
    row.sending = false;
    if (!held) { if (row.again) send(row); return; }
    if (rows.some((r) => r.sending)) return;
    const { by } = held;
    held = null;
    form.requestSubmit(by);
  };

  const show = (row, a) => {
    say(a.said);
    stopped = a.stop;
    if (a.read) row.querySelector("input[name^='read.']").value = a.read;
    for (const [id, html] of Object.entries(a.parts || {})) {
      const part = document.getElementById(id);
      if (part && !part.contains(document.activeElement)) part.innerHTML = html;
    }
    for (const f of fields(row)) wrong(f, (a.errors || {})[f.name]);
    if (a.clash) {
      const box = document.getElementById("x-" + row.dataset.cell);
      box.innerHTML = a.clash.html;
      for (const choice of box.querySelectorAll("input")) {
        choice.checked = false;
        choice.addEventListener("click", () => {
          if (choice.value === "theirs") { location.hash = row.id; location.reload(); return; }
          row.querySelector("input[name^='read.']").value = a.clash.read;
          box.innerHTML = "";
          send(row);
        });
      }
    }
  };

  const wrong = (f, sentence) => {
    document.getElementById(f.id + "-e")?.remove();
    f.removeAttribute("aria-invalid");
    f.removeAttribute("aria-describedby");
    if (!sentence || !f.id) return;
    const note = document.createElement("div");
    note.className = "error"; note.id = f.id + "-e"; note.lang = "vi"; note.textContent = sentence;
    f.after(note);
    f.setAttribute("aria-invalid", "true");
    f.setAttribute("aria-describedby", note.id);
  };

  const change = (wait) => (e) => {
    const row = e.target.closest("[data-cell]");
    if (!row || e.target.type === "radio") return;
    row.dirty = true;
    clearTimeout(row.timer);
    row.timer = setTimeout(() => send(row), wait);
  };
  form.addEventListener("input", change(800));
  form.addEventListener("change", change(0));

  // Enter and the arrows walk from cell to cell, as in a spreadsheet.
  form.addEventListener("keydown", (e) => {
    const at = e.target.closest("td"), row = at?.closest("[data-cell]");
    if (!row || e.altKey || e.ctrlKey || e.metaKey || e.isComposing) return;
    const chosen = e.target.tagName === "SELECT", down = e.key === "Enter" || e.key === "ArrowDown" && !chosen;
    if (down || e.key === "ArrowUp" && !chosen) {
      const step = down && !e.shiftKey ? 1 : -1;
      for (let i = rows.indexOf(row) + step; i >= 0 && i < rows.length; i += step) {
        const next = rows[i].cells[at.cellIndex]?.querySelector("input:not([type=hidden]), select, textarea");
        if (next) { next.focus(); next.select?.(); break; }
      }
      e.preventDefault();
    } else if ((e.key === "ArrowLeft" || e.key === "ArrowRight") && !chosen && e.target.type !== "checkbox") {
      const end = e.key === "ArrowRight" ? e.target.value.length : 0;
      const { selectionStart: from, selectionEnd: to, value } = e.target;
      if (from === to ? from === end : to - from === value.length) {
        const all = fields(row).filter((f) => f.type !== "hidden" && f.type !== "checkbox");
        all[all.indexOf(e.target) + (e.key === "ArrowRight" ? 1 : -1)]?.focus();
      }
    }
  });
  form.addEventListener("keypress", (e) => { if (e.key === "Enter" && e.target.closest("[data-cell] td")) e.preventDefault(); });
  // The whole form is sent once no row is under way any more: a row that came after
  // it would read as somebody else's change.
  form.addEventListener("submit", (e) => {
    for (const row of rows) { clearTimeout(row.timer); row.dirty = row.again = false; }
    if (rows.some((r) => r.sending)) { e.preventDefault(); held = { by: e.submitter }; }
  });
  window.addEventListener("beforeunload", (e) => { if (rows.some((r) => r.dirty || r.sending)) e.preventDefault(); });
}

// Criteria: only the fields that the chosen way of scoring needs are shown.
for (const choice of document.querySelectorAll("select[data-kind]")) {
  const show = () => {
    for (const part of choice.form.querySelectorAll("[data-kinds]")) part.hidden = !part.dataset.kinds.split(" ").includes(choice.value);
  };
  choice.addEventListener("change", show);
  show();
}

// Places on a blank: a field's box is dragged over the picture, and its numbers
// in millimetres follow; typing a number moves the box, and a field that is not
// printed has none.
for (const sheet of document.querySelectorAll("svg[data-places]")) {
  const input = (g, part) => document.querySelector(`[name="${g.dataset.spot}.${part}"]`);
  const written = (mm) => (Math.round(mm * 10) / 10).toString().replace(".", ",");
  const put = (g, x, y) => {
    const [box, label] = [g.querySelector("rect"), g.querySelector("text")];
    box.setAttribute("x", x); box.setAttribute("y", y);
    label.setAttribute("x", x + 1); label.setAttribute("y", y + 4);
  };
  const read = (g, part) => parseFloat(input(g, part).value.replace(",", ".")) || 0;
  sheet.classList.add("moving");
  for (const g of sheet.querySelectorAll("[data-spot]")) {
    let from = null;
    const at = (e) => new DOMPoint(e.clientX, e.clientY).matrixTransform(sheet.getScreenCTM().inverse());
    g.addEventListener("pointerdown", (e) => { const p = at(e); from = { x: read(g, "x") - p.x, y: read(g, "y") - p.y }; g.setPointerCapture(e.pointerId); });
    g.addEventListener("pointermove", (e) => {
      if (!from) return;
      const p = at(e), x = Math.max(0, from.x + p.x), y = Math.max(0, from.y + p.y);
      put(g, x, y);
      input(g, "x").value = written(x); input(g, "y").value = written(y);
    });
    for (const end of ["pointerup", "pointercancel"]) g.addEventListener(end, () => { from = null; });
    for (const part of ["x", "y"]) input(g, part).addEventListener("change", () => put(g, read(g, "x"), read(g, "y")));
    input(g, "width").addEventListener("change", () => g.querySelector("rect").setAttribute("width", read(g, "width")));
    input(g, "on").addEventListener("change", (e) => e.target.checked ? g.removeAttribute("display") : g.setAttribute("display", "none"));
  }
}
