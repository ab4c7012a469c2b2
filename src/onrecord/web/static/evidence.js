// Lists of evidence: j and k walk through them, and what is still being looked for is asked for again until it is done.
import { walk } from "./list.js";

walk("[data-step]");

const FIRST = 700;
const LONGEST = 8000;

/** Put what the page shows now in the place of what it showed, unless the reader is inside it. */
async function ask(wait) {
  const place = document.querySelector("#found");
  if (!place?.querySelector("[data-searching]")) return;
  await new Promise((done) => setTimeout(done, wait));
  let next = wait * 1.4;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const told = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = told.querySelector("#found");
    if (!answer.ok || !found) {
      location.reload();
      return;
    }
    replace(place, found);
  } catch {
    next = LONGEST;
  }
  ask(Math.min(next, LONGEST));
}

function replace(place, found) {
  const at = document.activeElement?.closest?.("#found [id]")?.id;
  const chosen = place.querySelector(".chosen")?.id;
  place.replaceChildren(...found.childNodes);
  if (chosen) document.getElementById(chosen)?.classList.add("chosen");
  if (at) document.getElementById(at)?.focus({ preventScroll: true });
}

ask(FIRST);
