// The figure page: the chart comes after the page, and chart and list point at each other.
import { fill, walk } from "./list.js";

const place = document.querySelector("[data-part]");
const points = new Map([...document.querySelectorAll(".point")].map((point) => [point.dataset.figure, point]));
let tip = null;

function light(id, on) {
  points.get(id)?.classList.toggle("lit", on);
  for (const mark of place.querySelectorAll(`[data-figure="${CSS.escape(id)}"]`)) mark.classList.toggle("lit", on);
}

/** The words of a figure beside its mark: a copy of what the list says of it. */
function show(mark) {
  hide();
  const point = points.get(mark.dataset.figure);
  if (!point) return;
  tip = document.createElement("div");
  tip.className = "tip";
  for (const part of [".when", ".head", ".said"]) tip.append(point.querySelector(part).cloneNode(true));
  document.body.append(tip);
  const box = mark.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
  const above = box.top - tip.offsetHeight - 10;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above > 8 ? above : box.bottom + 10) + scrollY}px`;
}

function hide() {
  tip?.remove();
  tip = null;
}

for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  place.addEventListener(name, ({ target }) => {
    const mark = target.closest("[data-figure]");
    if (mark) {
      light(mark.dataset.figure, on);
      if (on) show(mark); else hide();
    }
    const key = target.closest(".keys [data-ink]");
    if (key) {
      for (const each of place.querySelectorAll(".chart .figure")) {
        each.classList.toggle("dim", on && !each.classList.contains(key.dataset.ink));
      }
    }
  });
}
for (const [id, point] of points) {
  point.addEventListener("pointerenter", () => light(id, true));
  point.addEventListener("pointerleave", () => light(id, false));
}
addEventListener("scroll", hide, { passive: true });
walk(".point", (point) => {
  for (const id of points.keys()) light(id, point?.dataset.figure === id);
});
await fill(place);
