// The first page: its keys, and the part that comes after it.
import { fill, walk } from "./list.js";

walk("[data-step]");
for (const place of document.querySelectorAll("[data-part]")) fill(place);
