// What every page has: the theme, and the keys that hold everywhere. Loaded once, by the page: a module that other
// modules import under another address would listen twice.
import { isTyping } from "./common.js";

import "./suggest.js";

const root = document.documentElement;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchTheme() {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a browser without storage forgets it */ }
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
