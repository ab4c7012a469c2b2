// j and k walk through a page's list, Enter opens what is chosen. Items are `[data-step]`, or what `walk` is told.
import { isTyping } from "./common.js";

/** Let j and k walk through the items that a selector finds; calls `chosen` with the item. */
export function walk(selector, chosen = () => {}) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event) || document.querySelector("dialog[open]")) return;
    const items = [...document.querySelectorAll(selector)].filter((item) => !item.hidden);
    const at = items.findIndex((item) => item.classList.contains("chosen"));
    if (event.key === "Enter" && at >= 0 && !event.target.closest("a, button, summary")) {
      opened(items[at])?.click();
    } else if ((event.key === "j" || event.key === "k") && items.length) {
      const next = at < 0 ? (event.key === "j" ? 0 : items.length - 1) : at + (event.key === "j" ? 1 : -1);
      choose(items, Math.min(Math.max(next, 0), items.length - 1), chosen);
    } else if (event.key === "Escape" && at >= 0) {
      items[at].classList.remove("chosen");
      chosen(null);
    }
  });
}

/** The link that Enter follows: the one that says so, else the one in what was said, else the first. */
function opened(item) {
  return ["a[data-open]", ".said a", "a"].map((links) => item.querySelector(links)).find(Boolean);
}

function choose(items, at, chosen) {
  for (const item of items) item.classList.remove("chosen");
  const item = items[at];
  item.classList.add("chosen");
  item.focus({ preventScroll: true });
  const box = item.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight - 20) item.scrollIntoView({ block: "center" });
  chosen(item);
}

/** Fill the places of a page that take longer than the page: `[data-part]` names the address of their markup. */
export async function fill(place) {
  try {
    const answer = await fetch(place.dataset.part, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...parsed.body.childNodes);
  } catch {
    const told = document.createElement("p");
    told.className = "note-line";
    told.textContent = "This part of the page could not be loaded. Load the page again.";
    place.replaceChildren(told);
  }
  place.setAttribute("aria-busy", "false");
}
