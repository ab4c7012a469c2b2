// The reading page: the text and its records point at each other. Works on what the server set; adds no words of its own.
import { isTyping } from "./common.js";

const notes = new Map([...document.querySelectorAll(".note")].map((note) => [note.dataset.n, note]));
const pieces = new Map();
for (const piece of document.querySelectorAll("[data-r]")) {
  for (const n of piece.dataset.r.split(" ")) {
    if (!pieces.has(n)) pieces.set(n, []);
    pieces.get(n).push(piece);
  }
}
const list = document.querySelector(".notes");
// The layers that are shown if nobody asks for others.
const USUAL = "statement figure time event";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
// On a narrow screen the chosen record lies over the foot of the page (reading.css).
const narrow = matchMedia("(max-width: 62rem)");
let selected = null;

function light(n, name, on) {
  notes.get(n)?.classList.toggle(name, on);
  for (const piece of pieces.get(n) ?? []) piece.classList.toggle(name, on);
}

/** The record that a piece of text stands for: the innermost that is shown. */
function innermost(piece) {
  const shown = piece.dataset.r.split(" ").filter((n) => notes.has(n) && !notes.get(n).hidden);
  // What is within another begins later, or is shorter: the setter names it last. A name gives way to what it is a part of.
  return shown.filter((n) => notes.get(n).dataset.layer !== "entity").at(-1) ?? shown.at(-1);
}

function isSeen(element, frame) {
  const box = element.getBoundingClientRect();
  return box.top >= frame.top && box.bottom <= frame.bottom;
}

function bring(element, frame) {
  if (!isSeen(element, frame)) element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

function select(n, { text = true, note = true, address = true } = {}) {
  if (selected !== null) light(selected, "chosen", false);
  selected = n;
  if (n === null) {
    if (address) history.replaceState(null, "", location.pathname + location.search);
    return;
  }
  light(n, "chosen", true);
  const chosen = notes.get(n);
  if (address) history.replaceState(null, "", `#${chosen.id}`);
  const window_ = { top: 60, bottom: innerHeight * (narrow.matches ? 0.5 : 1) - 20 };
  if (note && !narrow.matches) bring(chosen, window_);
  if (text && pieces.has(n)) bring(pieces.get(n)[0], window_);
  chosen.focus({ preventScroll: true });
}

function step(by) {
  const shown = [...notes.values()].filter((note) => !note.hidden);
  if (shown.length === 0) return;
  const at = shown.findIndex((note) => note.dataset.n === selected);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  select(shown[next].dataset.n);
}

for (const [event, on] of [["pointerover", true], ["pointerout", false]]) {
  document.querySelector(".text").addEventListener(event, ({ target }) => {
    const piece = target.closest("[data-r]");
    const n = piece && innermost(piece);
    if (n) light(n, "lit", on);
  });
  list.addEventListener(event, ({ target }) => {
    const note = target.closest(".note");
    if (note) light(note.dataset.n, "lit", on);
  });
}

document.querySelector(".text").addEventListener("click", (event) => {
  const piece = event.target.closest("[data-r]");
  const n = piece && innermost(piece);
  if (getSelection().toString() || event.target.closest("a")) return;
  if (!n) {
    if (narrow.matches) select(null);
    return;
  }
  select(n, { text: false });
});
list.addEventListener("click", (event) => {
  const note = event.target.closest(".note");
  if (!note || event.target.closest("a:not(.place), button, input, select, textarea, label, details, form")) return;
  if (event.target.closest(".place")) event.preventDefault();
  select(note.dataset.n, { note: false });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const note = link ? document.getElementById(link.hash.slice(1)) : null;
  if (note?.classList.contains("note")) {
    event.preventDefault();
    select(note.dataset.n);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isTyping(event) || document.querySelector("dialog[open]")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Escape") select(null);
});

// Filters: kept in the address, so that what is shown can be handed on.
const form = document.querySelector(".filters");
form.hidden = false;

function shows(note, layers, speaker, least) {
  const { layer, sure, who = "" } = note.dataset;
  if (!layers.has(layer)) return false;
  if (sure !== undefined && Number(sure) < least) return false;
  if (!speaker) return true;
  const within = note.dataset.in && document.getElementById(note.dataset.in);
  return who.split(" ").includes(speaker) || (within && within.dataset.who.split(" ").includes(speaker));
}

function filter() {
  const asked = new FormData(form);
  const layers = new Set(asked.getAll("layer"));
  const speaker = asked.get("speaker");
  const least = Number(asked.get("confidence"));
  form.elements.sure.value = least ? `${Math.round(least * 100)}%` : "any";
  let shown = 0;
  for (const [n, note] of notes) {
    note.hidden = !shows(note, layers, speaker, least);
    shown += note.hidden ? 0 : 1;
  }
  for (const piece of document.querySelectorAll("[data-r]")) {
    const live = piece.dataset.r.split(" ").filter((n) => notes.has(n) && !notes.get(n).hidden);
    piece.classList.toggle("quiet", live.length === 0);
    const kinds = new Set(live.map((n) => notes.get(n).dataset.layer));
    piece.classList.toggle("no-statement", !kinds.has("statement"));
    for (const layer of ["figure", "time", "event", "entity"]) piece.classList.toggle(`no-${layer}`, !kinds.has(layer));
  }
  for (const reference of document.querySelectorAll(".text .ref")) {
    reference.hidden = document.getElementById(reference.hash.slice(1)).hidden;
  }
  document.querySelector(".records .none").hidden = shown > 0;
  const address = new URLSearchParams();
  if ([...layers].join(" ") !== USUAL) address.set("layers", [...layers].join(" "));
  if (speaker) address.set("speaker", speaker);
  if (least) address.set("confidence", String(least));
  const query = address.size ? `?${address}` : "";
  history.replaceState(null, "", location.pathname + query + location.hash);
}

function restore() {
  const asked = new URLSearchParams(location.search);
  if (asked.has("layers")) {
    const layers = asked.get("layers").split(" ");
    for (const box of form.querySelectorAll('[name="layer"]')) box.checked = layers.includes(box.value);
  }
  if (asked.has("speaker")) form.elements.speaker.value = asked.get("speaker");
  if (asked.has("confidence")) form.elements.confidence.value = asked.get("confidence");
  filter();
  const named = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (named?.classList.contains("note")) select(named.dataset.n);
}

form.addEventListener("input", filter);
addEventListener("hashchange", restore);
restore();
