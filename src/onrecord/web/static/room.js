// What every page has: the theme, the keys that hold everywhere, and the token for what changes something.

import "./suggest.js";

const root = document.documentElement;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchTheme() {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a browser without storage forgets it */ }
}

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

const keys = document.getElementById("keys");

const commands = {
  "/": () => document.querySelector('[data-key="/"]').focus(),
  "?": () => keys.showModal(),
  t: switchTheme,
};

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || keys.open) return;
  const command = commands[event.key];
  if (command) {
    event.preventDefault();
    command();
  }
});
document.querySelector("[data-theme-switch]").addEventListener("click", switchTheme);
document.querySelector("[data-keys]").addEventListener("click", () => keys.showModal());
