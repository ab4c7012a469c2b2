// The compare page: passages and their map point at each other, and what is shown is kept in the address.
import { fill, walk } from "./list.js";

await Promise.all([...document.querySelectorAll("[data-part]")].map(fill));

const form = document.querySelector(".filters");
const runs = [...document.querySelectorAll(".passages > li")];

function light(number) {
  for (const mark of document.querySelectorAll(".map .lit")) mark.classList.remove("lit");
  if (number) for (const mark of document.querySelectorAll(`.map [data-n="${number}"]`)) mark.classList.add("lit");
}

const numberOf = (passage) => passage?.id.slice(1);

/** Show what the ticks say; the address tells it, so that it can be handed on. */
function filter() {
  const asked = new FormData(form);
  const kinds = new Set(asked.getAll("kind"));
  const shifted = asked.has("shifted");
  let shown = 0;
  for (const run of runs) {
    run.hidden = !kinds.has(run.dataset.kind) || (shifted && run.dataset.shifted === undefined);
    shown += run.hidden ? 0 : 1;
  }
  document.querySelector(".none").hidden = shown > 0;
  const address = new URLSearchParams(location.search);
  address.delete("kind");
  address.delete("shifted");
  const boxes = form.querySelectorAll('[name="kind"]');
  if (kinds.size < boxes.length) for (const kind of kinds) address.append("kind", kind);
  if (shifted) address.set("shifted", "true");
  history.replaceState(null, "", `${location.pathname}?${address}${location.hash}`);
}

/** Bring the passage that the address names into view, whatever hides it. */
function arrive() {
  const passage = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (!passage?.classList.contains("passage")) return;
  const run = passage.closest(".passages > li");
  if (run.hidden) run.hidden = false;
  const details = passage.closest("details");
  if (details) details.open = true;
  passage.scrollIntoView({ block: "center" });
  light(numberOf(passage));
}

walk("[data-step]", (passage) => light(numberOf(passage)));
if (form) {
  form.querySelector("[data-no-script]").hidden = true;
  form.addEventListener("input", filter);
  for (const [name, on] of [["pointerover", true], ["pointerout", false]]) {
    document.querySelector(".passages").addEventListener(name, ({ target }) => {
      const passage = target.closest(".passage");
      if (passage) light(on ? numberOf(passage) : null);
    });
  }
  addEventListener("hashchange", arrive);
  arrive();
}
