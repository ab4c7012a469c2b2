// A speaker's page: a person's word on who is one. The server decides what makes sense.
import { send } from "./room.js";

const whoami = document.getElementById("whoami");
const told = document.querySelector(".fault");

/** Whoever judges, asked once; null if nobody wants to say. */
async function name() {
  const kept = (() => { try { return localStorage.getItem("who"); } catch { return null; } })();
  if (kept) return kept;
  whoami.showModal();
  await new Promise((done) => { whoami.addEventListener("close", done, { once: true }); });
  if (whoami.returnValue !== "keep") return null;
  const who = whoami.querySelector("input").value.trim();
  try { localStorage.setItem("who", who); } catch { /* asked again next time */ }
  return who;
}

for (const button of document.querySelectorAll(".judge")) button.hidden = false;
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".judge");
  if (!button) return;
  const who = await name();
  if (!who) return;
  button.disabled = true;
  const { a, b, same } = button.dataset;
  try {
    await send("POST", "/api/v1/judgements", { a, b, same: same === "true", undo: "undo" in button.dataset, who });
    location.reload();
  } catch (error) {
    told.textContent = error.message;
    told.hidden = false;
    told.scrollIntoView({ block: "center" });
    button.disabled = false;
  }
});
