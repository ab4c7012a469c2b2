// A job's page: asks for itself again until all is read, and takes over what has changed.
import { walk } from "./list.js";

const PAUSE = 1000;
const LONGEST_PAUSE = 8000;
let pause = PAUSE;

/** Take over from a newer page what differs, so that focus and selection elsewhere stay. */
function update(page) {
  const job = document.getElementById("job");
  const newer = page.getElementById("job");
  if (!newer) return;
  for (const row of newer.querySelectorAll(".came li")) {
    const old = document.getElementById(row.id);
    if (old && old.innerHTML !== row.innerHTML) {
      old.className = old.classList.contains("chosen") ? `${row.className} chosen` : row.className;
      old.innerHTML = row.innerHTML;
    }
  }
  for (const [selector, take] of [["h1", "textContent"], ["#state", "textContent"]]) {
    const now = newer.querySelector(selector)[take];
    if (job.querySelector(selector)[take] !== now) job.querySelector(selector)[take] = now;
  }
  const bar = newer.querySelector("progress");
  if (bar?.hasAttribute("value")) job.querySelector("progress").value = bar.value;
  if (!bar) job.querySelector("progress")?.remove();
  job.dataset.state = newer.dataset.state;
  document.title = page.title;
}

async function look() {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (answer.status === 404) {
      document.getElementById("state").textContent = "The room was opened anew, and what came of this is no longer known. The reports that were read are in the ledger.";
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    update(new DOMParser().parseFromString(await answer.text(), "text/html"));
    pause = PAUSE;
  } catch {
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  if (document.getElementById("job").dataset.state !== "done") setTimeout(look, pause);
}

walk("[data-step]");
if (document.getElementById("job").dataset.state !== "done") setTimeout(look, PAUSE);
