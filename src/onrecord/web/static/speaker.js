// A speaker's page: a person's word on who is one. The server decides what makes sense.
import { send } from "./common.js";
import { whoami } from "./whoami.js";

const told = document.querySelector(".fault");

for (const button of document.querySelectorAll(".judge")) button.hidden = false;
document.addEventListener("click", async (event) => {
  const button = event.target.closest(".judge");
  if (!button) return;
  const who = await whoami();
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
