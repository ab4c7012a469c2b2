// Lists of statements and reports: keys, parts that come after the page, and facets that stand open where there is room.
import { fill, walk } from "./list.js";

walk("[data-step]");
for (const place of document.querySelectorAll("[data-part]")) fill(place);

const facets = document.querySelector(".facets");
const narrow = matchMedia("(max-width: 62rem)");
function fold() { if (facets) facets.open = !narrow.matches; }
narrow.addEventListener("change", fold);
fold();

/** Who else said a statement: looked for when somebody asks, and set under it. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-echo]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const place = document.createElement("div");
  place.className = "echoes";
  place.dataset.part = link.getAttribute("href");
  place.setAttribute("aria-busy", "true");
  place.setAttribute("aria-live", "polite");
  link.closest(".body").append(place);
  link.remove();
  await fill(place);
});
