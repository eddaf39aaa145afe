/**
 * data-behaviour="title-table": Tabel 6 as one grid. Rows are saved when they are left; Enter, Ctrl+Enter and the
 * arrow keys move; cells copied from a spreadsheet are pasted as rows. Without this file every row has its button.
 */

const FIELDS = ["kegiatan", "output", "aspek", "judul", "ciri"];
const RETRY = 8000;

for (const table of document.querySelectorAll('[data-behaviour="title-table"]')) start(table);

/** @param {HTMLTableElement} table */
function start(table) {
  const said = table.dataset;
  const status = document.querySelector(".saved");
  /** @type {Set<HTMLTableRowElement>} rows that hold something not yet kept */
  const dirty = new Set();
  const saving = new Set();
  table.classList.add("is-live");

  table.addEventListener("input", (event) => touched(rowOf(event.target)));
  table.addEventListener("change", (event) => touched(rowOf(event.target)));
  table.addEventListener("focusout", (event) => {
    const row = rowOf(event.target);
    if (row && !row.contains(event.relatedTarget)) save(row);
  });
  table.addEventListener("keydown", onKey);
  table.addEventListener("paste", onPaste);
  table.addEventListener("click", onClick);
  table.addEventListener("submit", onSubmit);
  addEventListener("online", saveAll);
  addEventListener("pagehide", saveAll);
  addEventListener("beforeunload", (event) => { if (dirty.size) event.preventDefault(); });

  /** @param {EventTarget | null} target */
  function rowOf(target) {
    return target instanceof Element ? target.closest("tr[data-row]") : null;
  }

  function touched(row) {
    if (row) dirty.add(row);
  }

  function saveAll() {
    for (const row of dirty) save(row);
  }

  async function save(row) {
    if (!dirty.has(row) || saving.has(row)) return;
    const form = row.querySelector("form:not([data-remove])");
    dirty.delete(row);
    saving.add(row);
    tell(said.saidSaving);
    let answer;
    try {
      answer = await post(form.action, new FormData(form));
    } catch {
      saving.delete(row);
      dirty.add(row);
      row.classList.add("is-waiting");
      tell(said.saidLost);
      setTimeout(() => save(row), RETRY);
      return;
    }
    saving.delete(row);
    row.classList.remove("is-waiting");
    if (answer.status === 200) kept(row, answer.body.html);
    else if (answer.status === 409) conflict(row, answer.body);
    else refused(row, answer.body.sentence || said.saidBroken);
    if (dirty.has(row) && !row.contains(document.activeElement)) save(row);
  }

  /** The row as the server keeps it; while somebody types in it, only what it does not show in a field. */
  function kept(row, html) {
    const fresh = made(html);
    const busy = row.contains(document.activeElement) || dirty.has(row);
    if (!busy) {
      row.replaceWith(fresh);
    } else {
      row.querySelector("[name=version]").value = fresh.querySelector("[name=version]").value;
      row.querySelector(".notes").replaceWith(fresh.querySelector(".notes"));
      const title = row.querySelector("[name=judul]");
      if (!title.value && !dirty.has(row)) title.value = fresh.querySelector("[name=judul]").value;
    }
    const now = new Date();
    tell(`${said.saidSaved} ${String(now.getHours()).padStart(2, "0")}.${String(now.getMinutes()).padStart(2, "0")}`);
  }

  function refused(row, sentence) {
    dirty.add(row);
    const place = row.querySelector(".refusal");
    place.textContent = sentence;
    place.hidden = false;
    tell("");
  }

  /** Both texts stay in sight until somebody chooses. */
  function conflict(row, body) {
    row.nextElementSibling?.matches(".conflict") && row.nextElementSibling.remove();
    const stored = body.stored;
    const told = document.createElement("tr");
    told.className = "conflict";
    const cell = told.insertCell();
    cell.colSpan = 9;
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    sentence.textContent = `${body.sentence} ${FIELDS.slice(0, 4).map((name) => stored[name]).filter(Boolean).join(" · ")}`;
    cell.append(sentence, button(said.saidMine, () => {
      row.querySelector("[name=version]").value = stored.version;
      told.remove();
      dirty.add(row);
      save(row);
    }), button(said.saidTheirs, () => {
      for (const name of FIELDS) row.querySelector(`[name=${name}]`).value = stored[name] ?? "";
      row.querySelector("[name=version]").value = stored.version;
      told.remove();
      dirty.delete(row);
    }));
    row.after(told);
    tell("");
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const field = event.target;
    const row = rowOf(field);
    if (!row || !field.name || event.isComposing) return;
    if (event.key === "Enter" && field.tagName !== "BUTTON") {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) addAfter(row, "kegiatan");
      else step(row, field.name, 1) || addAfter(row, field.name);
    } else if (event.key.startsWith("Arrow") && field.tagName !== "SELECT" && !field.list && atEdge(field, event.key)) {
      if (step(row, field.name, event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    }
  }

  /** The arrow leaves a text of several lines only from its first or last position. */
  function atEdge(field, key) {
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    if (field.scrollHeight < 60) return true;
    return key === "ArrowUp" ? field.selectionEnd === 0 : field.selectionStart === field.value.length;
  }

  /** Same column, next or previous row, into the next section where there is one. */
  function step(row, name, by) {
    const rows = [...table.querySelectorAll("tr[data-row]")];
    const section = row.parentElement;
    const next = rows[rows.indexOf(row) + by];
    if (!next || (by > 0 && next.parentElement !== section)) return false;
    next.querySelector(`[name=${name}]`).focus();
    return true;
  }

  async function addAfter(row, name) {
    const body = new FormData();
    body.set("setelah", row.dataset.row);
    await add(row.parentElement, body, (fresh) => row.after(fresh), name);
  }

  async function add(section, body, place, name) {
    body.set("csrfmiddlewaretoken", table.querySelector("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await post(section.dataset.add, body);
      if (answer.status !== 200) return tell(answer.body.sentence || said.saidBroken);
      const fresh = made(answer.body.html);
      place(fresh);
      fresh.querySelector(`[name=${name}]`).focus();
    } catch {
      tell(said.saidLost);
    }
  }

  /** @param {ClipboardEvent} event */
  async function onPaste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const row = rowOf(event.target);
    const block = cells(text);
    if (!row || (block.length < 2 && (block[0] ?? []).length < 2)) return;
    event.preventDefault();
    const section = row.parentElement;
    const body = new FormData();
    body.set("sel", JSON.stringify(block));
    body.set("setelah", row.dataset.row);
    body.set("csrfmiddlewaretoken", table.querySelector("[name=csrfmiddlewaretoken]").value);
    tell(said.saidSaving);
    try {
      const answer = await post(section.dataset.paste, body);
      if (answer.status !== 200) return refused(row, answer.body.sentence || said.saidBroken);
      const fresh = answer.body.html.map(made);
      row.after(...fresh);
      if (answer.body.replaced) {
        dirty.delete(row);
        fresh[0]?.querySelector("[name=kegiatan]").focus();
        row.remove();
      }
      tell(said.saidSaved);
    } catch {
      tell(said.saidLost);
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const proposal = event.target instanceof Element ? event.target.closest("[data-proposal]") : null;
    if (!proposal) return;
    const row = rowOf(proposal);
    row.querySelector("[name=judul]").value = proposal.dataset.proposal;
    row.querySelector("[name=judul]").focus();
    touched(row);
  }

  /** @param {SubmitEvent} event */
  async function onSubmit(event) {
    const form = event.target;
    const section = form.closest("tbody");
    const row = rowOf(form);
    if (form.closest("tr.duty")) {
      event.preventDefault();
      await add(section, new FormData(), (fresh) => section.append(fresh), "kegiatan");
    } else if (row && !form.matches("[data-remove]")) {
      event.preventDefault();
      touched(row);
      save(row);
    } else if (row) {
      event.preventDefault();
      const answer = await post(form.action, new FormData(form)).catch(() => null);
      if (answer?.status === 200) { dirty.delete(row); row.remove(); } else tell(answer ? said.saidBroken : said.saidLost);
    }
  }

  function tell(sentence) {
    if (status) status.textContent = sentence;
  }
}

/** @param {string} html one row */
function made(html) {
  const holder = document.createElement("template");
  holder.innerHTML = `<table><tbody>${html}</tbody></table>`;
  return holder.content.querySelector("tr");
}

/** What a spreadsheet puts on the clipboard: tabs, line ends, and quotes around cells that hold one. */
function cells(text) {
  const rows = [[""]];
  let quoted = false;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    const cell = rows.at(-1);
    if (sign === '"' && (quoted || cell.at(-1) === "")) {
      if (quoted && clean[at + 1] === '"') { cell[cell.length - 1] += '"'; at += 1; } else quoted = !quoted;
    } else if (sign === "\t" && !quoted) cell.push("");
    else if (sign === "\n" && !quoted) rows.push([""]);
    else cell[cell.length - 1] += sign;
  }
  return rows;
}

async function post(address, body) {
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: true });
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return { status: answer.status, body: isJson ? await answer.json() : {} };
}
