// Who says it: whoever corrects or judges is asked for a name once, and this browser keeps it.

const asked = document.getElementById("whoami");

/** The name of whoever is at the keyboard; null if nobody wants to say. */
export async function whoami() {
  const kept = (() => { try { return localStorage.getItem("who"); } catch { return null; } })();
  if (kept) return kept;
  // What Escape leaves is the answer of the time before.
  asked.returnValue = "";
  asked.showModal();
  await new Promise((done) => { asked.addEventListener("close", done, { once: true }); });
  if (asked.returnValue !== "keep") return null;
  const who = asked.querySelector("input").value.trim();
  try { localStorage.setItem("who", who); } catch { /* asked again next time */ }
  return who;
}
