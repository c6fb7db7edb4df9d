// Passkeys (WebAuthn level 3, in its JSON forms). Where the browser doesn't know them, the buttons stay hidden.

const ask = (path, body) =>
  fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const ways = {
  async "sign-in"({ back }) {
    const options = await ask("/passkeys/request-options", {});
    if (!options.ok) return options;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json());
    return ask("/passkeys/sign-in", { back, credential: await navigator.credentials.get({ publicKey }) });
  },

  async make({ link }, name) {
    const options = await ask("/passkeys/creation-options", { link });
    if (!options.ok) return options;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options.json());
    return ask("/passkeys", { link, name, credential: await navigator.credentials.create({ publicKey }) });
  },
};

async function press(place, button, failed) {
  failed.hidden = true;
  button.disabled = true;
  try {
    const answer = await ways[place.dataset.passkey](place.dataset, place.querySelector("input")?.value);
    if (answer.ok) return location.assign((await answer.json()).go);
    failed.textContent = answer.status === 429 ? failed.dataset.often : answer.status === 422 ? (await answer.json()).words : failed.dataset.failed;
  } catch {
    // Called off by the person, or refused by the device: the same words help with both.
    failed.textContent = failed.dataset.failed;
  }
  failed.hidden = false;
  button.disabled = false;
  button.focus();
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const place of document.querySelectorAll("[data-passkey]")) {
    const button = place.querySelector("button");
    button.addEventListener("click", () => press(place, button, place.querySelector("[data-failed]")));
    place.hidden = false;
  }
}
