// Names of speakers and outlets for what is being typed: `data-suggest` says which of the two an input takes.

const wait = 160;

for (const [place, input] of document.querySelectorAll("[data-suggest]").entries()) {
  const list = document.createElement("datalist");
  list.id = `suggested-${place}`;
  input.after(list);
  input.setAttribute("list", list.id);
  let timer = 0;
  let last = "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed === last) return;
      last = typed;
      const answer = await fetch(`/suggest.json?beginning=${encodeURIComponent(typed.slice(0, 200))}`);
      if (!answer.ok || typed !== input.value.trim()) return;
      const found = await answer.json();
      const wanted = input.dataset.suggest.split(" ").flatMap((kind) => found[kind]);
      list.replaceChildren(...wanted.map(({ name }) => new Option(name, name)));
    }, wait);
  });
}
