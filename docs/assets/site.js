/* Small conveniences; every page is complete without them. */
(() => {
  "use strict";

  /* Filters of a table; the choice lives in the address. */
  for (const form of document.querySelectorAll("form[data-wr-filter]")) {
    const rows = [...document.querySelectorAll(`#${form.dataset.wrFilter} tbody tr`)];
    const status = form.querySelector("[role=status]");
    const choices = [...form.querySelectorAll("select")];
    const apply = (write) => {
      const address = new URL(location.href);
      let shown = 0;
      for (const choice of choices) {
        if (choice.value) address.searchParams.set(choice.name, choice.value);
        else address.searchParams.delete(choice.name);
      }
      for (const row of rows) {
        row.hidden = choices.some((c) => c.value && row.dataset[c.name] !== c.value);
        if (!row.hidden) shown += 1;
      }
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
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply(false);
  }

})();
