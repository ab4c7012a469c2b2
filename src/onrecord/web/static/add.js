// The page for adding: says before sending what the room would refuse, and that something is on its way.

const ways = document.querySelector(".ways");
const most = Number(ways.dataset.most);
const mostOne = Number(ways.dataset.mostOne);
const mostReports = Number(ways.dataset.mostReports);
const mebibytes = (bytes) => `${Math.round(bytes / 104857.6) / 10} MiB`;

/** Why a form would be refused, or nothing. */
function refusal(form) {
  const files = [...(form.elements.files?.files ?? [])];
  if (files.length > mostReports) return `Choose ${mostReports} files at most at once.`;
  const large = files.find((file) => file.size > mostOne);
  if (large) return `${large.name} has ${mebibytes(large.size)}; one report may have ${mebibytes(mostOne)}.`;
  const text = form.elements.text ? new Blob([form.elements.text.value]).size : 0;
  if (text > mostOne) return `The text has ${mebibytes(text)}; one report may have ${mebibytes(mostOne)}.`;
  const sum = files.reduce((bytes, file) => bytes + file.size, text);
  return sum > most ? `Together they have ${mebibytes(sum)}; ${mebibytes(most)} may be sent at once.` : "";
}

for (const form of ways.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    const why = refusal(form);
    form.querySelector(".refused").textContent = why;
    if (why) {
      event.preventDefault();
      return;
    }
    const button = form.querySelector("button");
    button.disabled = true;
    button.dataset.words = button.textContent;
    button.textContent = "Sending …";
  });
}

// Who comes back to the page may send again.
addEventListener("pageshow", () => {
  for (const button of ways.querySelectorAll("button[data-words]")) {
    button.disabled = false;
    button.textContent = button.dataset.words;
  }
});
