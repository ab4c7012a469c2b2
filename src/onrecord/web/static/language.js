// The language page: the table comes after the page; the strip and the table point at each other.
import { fill, walk } from "./list.js";
import "./suggest.js";

const place = document.querySelector("[data-part]");
if (place) await fill(place);

function light(row) {
  for (const mark of document.querySelectorAll(".presence .lit")) mark.classList.remove("lit");
  if (row) document.querySelector(`.presence [data-n="${row.id.slice(1)}"]`)?.classList.add("lit");
}

walk("[data-step]", light);
for (const row of document.querySelectorAll("[data-step]")) {
  row.addEventListener("pointerenter", () => light(row));
  row.addEventListener("pointerleave", () => light(null));
}
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
