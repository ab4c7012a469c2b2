// Correcting a record where it stands: right, taken out, or amended. The server decides what makes sense.
import { isTyping, send } from "./common.js";
import { whoami } from "./whoami.js";

const report = document.querySelector(".report");
const text = document.querySelector(".text");
let record = null;

/** The document's records as the codebook has them, asked for once. */
async function records() {
  record ??= fetch(`/documents/${encodeURIComponent(report.dataset.document)}.json`).then((answer) => answer.json());
  return record;
}

const layers = { statement: "statements", figure: "figures", time: "times", event: "events", entity: "entities" };

async function recordOf(note) {
  const all = await records();
  return all[layers[note.dataset.layer]].find((one) => one.id === note.id);
}

async function say(note, verdict, more = {}) {
  const who = await whoami();
  if (!who) return;
  const seen = note.dataset.seen ? Number(note.dataset.seen) : null;
  const address = `/api/v1/documents/${encodeURIComponent(report.dataset.document)}/corrections`;
  await send("POST", address, { record: note.id, verdict, who, seen, ...more });
  location.hash = note.id;
  location.reload();
}

function fault(note, error) {
  let place = note.querySelector(".fault");
  if (!place) {
    place = document.createElement("p");
    place.className = "fault";
    place.setAttribute("role", "alert");
    note.querySelector(".verdicts").after(place);
  }
  place.hidden = false;
  place.textContent = error.status === 409 ? `${error.message}. Load the page again to see it; what you typed stays here until then.` : error.message;
}

async function attempt(note, action) {
  try {
    await action();
  } catch (error) {
    fault(note, error);
  }
}

/** Put the three words under the record that is chosen. */
function offer(note) {
  for (const old of document.querySelectorAll(".verdicts")) if (!note?.contains(old)) old.remove();
  if (!note || note.querySelector(".verdicts")) return;
  const words = document.getElementById("verdicts").content.cloneNode(true);
  const stands = ["accepted", "rejected", "amended"].find((verdict) => note.classList.contains(verdict));
  if (stands) {
    words.querySelector('[data-verdict="withdrawn"]').hidden = false;
    words.querySelector(`[data-verdict="${stands}"]`)?.setAttribute("aria-pressed", "true");
  }
  if (stands === "rejected") words.querySelector("[data-amend]").remove();
  note.querySelector(".body").append(words);
}

new MutationObserver(() => offer(document.querySelector(".note.chosen")))
  .observe(document.querySelector(".notes"), { attributes: true, attributeFilter: ["class"], subtree: true });
offer(document.querySelector(".note.chosen"));

// Selecting in the text: offsets are code points of the whole text, as the codebook counts them.
let taken = null;
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  if (text.contains(range.commonAncestorContainer)) taken = range.cloneRange();
});

/** The stretch [start, end) of a range, from the pieces that it touches, without the blanks around it. */
function stretch(range) {
  let start = null;
  let end = null;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const piece = node.parentElement.closest("[data-at]");
    if (!piece || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    const at = Number(piece.dataset.at);
    start ??= at + [...node.data.slice(0, from)].length;
    end = at + [...node.data.slice(0, to)].length;
  }
  return start === null ? null : [start, end];
}

async function selected() {
  const span = taken && stretch(taken);
  if (!span) throw new Error("Select the words in the report first.");
  const points = [...(await records()).document.text];
  let [start, end] = span;
  while (start < end && /\s/u.test(points[start])) start += 1;
  while (end > start && /\s/u.test(points[end - 1])) end -= 1;
  if (start === end) throw new Error("Select the words in the report first.");
  return { span: [start, end], text: points.slice(start, end).join("") };
}

class Amending {
  constructor(note, one, entities) {
    this.note = note;
    this.one = one;
    this.layer = note.dataset.layer;
    this.entities = entities;
    this.added = [];
    this.spans = {};
    this.parties = {};
    this.form = document.getElementById("amend").content.cloneNode(true).querySelector("form");
    const fields = document.getElementById(`fields-${this.layer}`).content.cloneNode(true);
    this.form.querySelector(".fields").append(fields);
    this.set();
    this.listen();
  }

  own(field) {
    if (field !== "span" || this.layer === "statement") return this.one[field];
    return { span: this.one.span, text: this.one.text };
  }

  set() {
    for (const place of this.form.querySelectorAll("[data-span]")) {
      const own = this.own(place.dataset.span);
      this.spans[place.dataset.span] = own === null ? [] : [own].flat();
      this.tell(place);
    }
    for (const place of this.form.querySelectorAll("[data-parties]")) {
      this.parties[place.dataset.parties] = [...this.one[place.dataset.parties]];
      this.list(place);
    }
    for (const field of this.form.querySelectorAll("[name]:not([name=why])")) field.value = this.one[field.name] ?? "";
  }

  tell(place) {
    const spans = this.spans[place.dataset.span];
    place.querySelector("output").value = spans.length ? spans.map((one) => one.text).join(" … ") : "none";
  }

  called(id) {
    return this.added.find((one) => one.ref === id)?.name ?? this.entities.find((one) => one.id === id)?.name ?? id;
  }

  list(place) {
    const field = place.dataset.parties;
    place.querySelector("ul").replaceChildren(...this.parties[field].map((id) => {
      const item = document.createElement("li");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = "×";
      remove.setAttribute("aria-label", `Remove ${this.called(id)}`);
      remove.addEventListener("click", () => {
        this.parties[field] = this.parties[field].filter((other) => other !== id);
        this.list(place);
      });
      item.append(this.called(id), remove);
      return item;
    }));
  }

  async add(place) {
    const input = place.querySelector("input");
    const name = input.value.trim();
    const known = this.entities.find((one) => one.name === name || one.aliases.includes(name));
    let id = known?.id;
    if (!id) {
      // Somebody the machine did not find: the words selected in the report are where the report names them.
      const words = await selected();
      const ref = `new-${this.added.length + 1}`;
      this.added.push({ ref, kind: "person", name: name || words.text, mentions: [words.span] });
      id = ref;
    }
    if (!this.parties[place.dataset.parties].includes(id)) this.parties[place.dataset.parties].push(id);
    input.value = "";
    this.list(place);
  }

  listen() {
    this.form.addEventListener("click", (event) => {
      const place = event.target.closest("[data-span], [data-parties]");
      attempt(this.note, async () => {
        if (event.target.matches("[data-take]")) this.spans[place.dataset.span] = [await selected()];
        else if (event.target.matches("[data-more]")) this.spans[place.dataset.span].push(await selected());
        else if (event.target.matches("[data-clear]")) this.spans[place.dataset.span] = [];
        else if (event.target.matches("[data-add]")) await this.add(place);
        else if (event.target.matches("[data-cancel]")) this.close();
        else return;
        if (place?.dataset.span) {
          this.spans[place.dataset.span].sort((a, b) => a.span[0] - b.span[0]);
          this.tell(place);
        }
      });
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      attempt(this.note, () => this.keep());
    });
  }

  changes() {
    const changes = {};
    for (const [field, spans] of Object.entries(this.spans)) {
      const now = field === "content" ? spans : (spans[0] ?? null);
      if (JSON.stringify(now) === JSON.stringify(this.own(field))) continue;
      if (field === "span") Object.assign(changes, { span: now.span, text: now.text });
      else changes[field] = now;
    }
    for (const [field, ids] of Object.entries(this.parties)) {
      if (JSON.stringify(ids) !== JSON.stringify(this.one[field])) changes[field] = ids;
    }
    for (const field of this.form.querySelectorAll("[name]:not([name=why])")) {
      const was = this.one[field.name] ?? "";
      if (field.value === String(was)) continue;
      if (field.value === "") changes[field.name] = null;
      else if (field.dataset.number === undefined) changes[field.name] = field.value;
      else {
        const number = Number(field.value.replaceAll(",", ""));
        if (!Number.isFinite(number)) throw new Error(`${field.value} is no number.`);
        changes[field.name] = number;
      }
    }
    return changes;
  }

  async keep() {
    const changes = this.changes();
    if (Object.keys(changes).length === 0) throw new Error("Nothing is changed yet.");
    const named = Object.values(changes).flat();
    const added = this.added.filter((one) => named.includes(one.ref));
    await say(this.note, "amended", { changes, added, why: this.form.elements.why.value });
  }

  open() {
    this.note.querySelector(".body").append(this.form);
    this.form.querySelector("input, select, button").focus();
  }

  close() {
    this.form.remove();
    this.note.focus();
  }
}

async function amend(note) {
  if (note.classList.contains("rejected")) return;
  const open = note.querySelector(".amend");
  if (open) return;
  const one = await recordOf(note);
  new Amending(note, one, (await records()).entities).open();
}

document.querySelector(".notes").addEventListener("click", (event) => {
  const note = event.target.closest(".note");
  const verdict = event.target.closest("[data-verdict]")?.dataset.verdict;
  if (verdict) attempt(note, () => say(note, verdict));
  else if (event.target.closest("[data-amend]")) attempt(note, () => amend(note));
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isTyping(event) || document.querySelector("dialog[open]")) return;
  const note = document.querySelector(".note.chosen");
  if (!note) return;
  if (event.key === "y") attempt(note, () => say(note, "accepted"));
  else if (event.key === "x") attempt(note, () => say(note, "rejected"));
  else if (event.key === "c") {
    event.preventDefault();
    attempt(note, () => amend(note));
  }
});
