// On a shared computer: the page is covered when it is left for five minutes, or at once by "Kunci". What was being
// typed stays in the page under the cover; the server is locked at the same time, so that a new page is no way around.
const IDLE = 5 * 60 * 1000;

for (const form of document.querySelectorAll('[data-behaviour="lock"]')) behave(/** @type {HTMLFormElement} */ (form));

/** @param {HTMLFormElement} form */
function behave(form) {
  const cover = /** @type {HTMLDialogElement} */ (document.getElementById(form.dataset.cover ?? ""));
  const unlocking = /** @type {HTMLFormElement} */ (cover.querySelector("form"));
  const fault = /** @type {HTMLElement} */ (cover.querySelector(".fault"));
  let seen = Date.now();

  const lock = () => {
    if (cover.open) return;
    document.documentElement.dataset.locked = "";
    cover.showModal();
    send(form).catch(() => undefined);
  };

  for (const kind of ["keydown", "pointerdown", "pointermove", "scroll", "input"]) {
    document.addEventListener(kind, () => { if (!cover.open) seen = Date.now(); }, { passive: true });
  }
  const look = () => { if (Date.now() - seen >= IDLE) lock(); };
  setInterval(look, 10_000);
  document.addEventListener("visibilitychange", look);
  form.addEventListener("submit", (event) => { event.preventDefault(); lock(); });
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.addEventListener("close", () => { if (document.documentElement.dataset.locked !== undefined) cover.showModal(); });

  unlocking.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await send(unlocking);
    unlocking.reset();
    if (answer.redirected) return location.reload();
    fault.hidden = answer.status === 204;
    if (answer.status !== 204) return;
    seen = Date.now();
    delete document.documentElement.dataset.locked;
    cover.close();
  });
}

/** @param {HTMLFormElement} form */
function send(form) {
  return fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Piece": "1" } });
}
