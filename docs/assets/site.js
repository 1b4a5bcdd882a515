/* Small conveniences; every page is complete without them. */
(() => {
  "use strict";

  /* A long table begins with its first rows; the button, or a link to a later row, shows all. */
  for (const button of document.querySelectorAll("button[data-wr-every]")) {
    const table = document.getElementById(button.dataset.wrEvery);
    const showEvery = () => {
      table.dataset.wrFirst = "";
      for (const row of table.tBodies[0].rows) row.hidden = row.classList.contains("wr-out");
      button.hidden = true;
    };
    const reach = () => {
      const row = document.getElementById(location.hash.slice(1))?.closest("tr");
      if (!row?.hidden || !table.contains(row)) return;
      showEvery();
      row.scrollIntoView();
    };
    button.hidden = false;
    button.addEventListener("click", showEvery);
    addEventListener("hashchange", reach);
    reach();
  }

  /* Filters of a table; the choice lives in the address. */
  for (const form of document.querySelectorAll("form[data-wr-filter]")) {
    const status = form.querySelector("[role=status]");
    const choices = [...form.querySelectorAll("select")];
    const table = document.getElementById(form.dataset.wrFilter);
    const every = document.querySelector(`[data-wr-every="${form.dataset.wrFilter}"]`);
    const apply = (write) => {
      const address = new URL(location.href);
      const most = Number(table.dataset.wrFirst) || Infinity;
      let shown = 0;
      for (const choice of choices) {
        if (choice.value) address.searchParams.set(choice.name, choice.value);
        else address.searchParams.delete(choice.name);
      }
      for (const row of table.tBodies[0].rows) {
        const out = choices.some((c) => c.value && row.dataset[c.name] !== c.value);
        if (!out) shown += 1;
        const hidden = out || shown > most;
        if (row.hidden !== hidden) row.hidden = hidden;
        row.classList.toggle("wr-out", out);
      }
      if (every) every.hidden = shown <= most;
      status.textContent = form.dataset.wrShown.replace("#", shown);
      if (write) history.replaceState(null, "", address);
    };
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = asked.get(choice.name);
      if (value && [...choice.options].some((o) => o.value === value)) choice.value = value;
    }
    form.addEventListener("change", () => apply(true));
    form.addEventListener("reset", () => setTimeout(() => apply(true)));
    table.addEventListener("wr-sorted", () => apply(false));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply(false);
  }

  /* A mark in the text opens the edits of its paragraph at its own entry. */
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".wr-zh :is(.wr-conjecture, .wr-correction, .wr-lacuna)");
    const owner = mark?.closest(".wr-p, .wr-cell");
    const edits = owner?.querySelector("details.wr-app");
    if (!edits || mark.closest("a")) return;
    const marks = [...owner.querySelectorAll(".wr-zh :is(.wr-conjecture, .wr-correction)")];
    const entry = edits.querySelector(`li[value="${marks.indexOf(mark) + 1}"]`);
    for (const old of document.querySelectorAll(".wr-here")) old.classList.remove("wr-here");
    edits.open = true;
    entry?.classList.add("wr-here");
    (entry ?? edits).scrollIntoView({ block: "nearest" });
  });

  /* The chosen view of a report is the view of the next one. */
  const views = [...document.querySelectorAll(".wr-views input[type=radio]")];
  const remembered = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return null; // storage is off: each page starts with its own view
    }
  };
  for (const view of views) {
    const key = `${view.name}-${document.documentElement.lang}`;
    if (remembered(key) === view.id) view.checked = true;
    view.addEventListener("change", () => remembered(key, view.id));
  }

})();
