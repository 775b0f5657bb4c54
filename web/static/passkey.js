// Passkeys: asks the browser to make a key or to sign with one. A button shows
// itself only where the browser knows how; every page with one has another way.
"use strict";

async function post(address, body) {
  const r = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) });
  const said = await r.json();
  if (!r.ok) throw new Error(said.sentence);
  return said;
}

// The page's button does the whole ceremony: ask, sign or make, send.
async function ceremony(button) {
  const { publicKey } = await post(button.dataset.passkey);
  const make = "user" in publicKey;
  const key = make
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  const to = new URL(button.dataset.to, location.href);
  const label = document.getElementById(button.dataset.label);
  if (make && label) to.searchParams.set("ten", label.value);
  location.assign((await post(to, key.toJSON())).to);
}

for (const button of document.querySelectorAll("button[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  const line = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    line.textContent = "";
    try {
      await ceremony(button);
    } catch (e) { // a DOMException speaks of the browser's own matters, in English
      line.textContent = e instanceof DOMException || !e.message ? button.dataset.failed : e.message;
    }
    button.disabled = false;
  });
}
