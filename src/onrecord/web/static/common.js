// What the scripts of the pages share; it does nothing by itself.

/** Whether a key is being typed into something, so that it is no command. */
export function isTyping(event) {
  return event.target.closest("input, textarea, select, [contenteditable]") !== null
    || event.ctrlKey || event.metaKey || event.altKey;
}

/** Send a request that changes something; resolves to the answer's JSON, rejects with an Error that says why not. */
export async function send(method, address, body) {
  const token = document.querySelector('meta[name="onrecord-token"]').content;
  const headers = { "x-onrecord-token": token, "content-type": "application/json" };
  const answer = await fetch(address, { method, headers, body: JSON.stringify(body) });
  const told = await answer.json();
  if (answer.ok) return told;
  const { subject, reason, advice } = told.error ?? { subject: address, reason: "failed", advice: "" };
  const error = new Error(`${subject}: ${reason}${advice ? `; ${advice}` : ""}`);
  error.status = answer.status;
  error.told = told;
  throw error;
}
