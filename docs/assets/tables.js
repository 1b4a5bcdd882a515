/* Sorting and downloading of tables; every table is complete without it. */
(() => {
  "use strict";

  const shown = (cell) => cell.textContent.trim();
  const numeric = (value) => {
    const found = value.replaceAll(",", "").match(/-?\d+(?:\.\d+)?/);
    return found ? Number(found[0]) : NaN;
  };
  const compare = (a, b) => {
    const [x, y] = [numeric(a), numeric(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
    if (!a !== !b) return a ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang);
  };

  /* Each head of a sortable table becomes a button; the order is said by aria-sort. */
  for (const table of document.querySelectorAll("table[data-wr-sort]")) {
    const heads = [...table.querySelectorAll("thead th")];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "wr-sort";
      button.textContent = shown(head);
      button.title = table.dataset.wrSort;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        const rows = [...body.rows].map((row) => [shown(row.cells[column]), row]);
        rows.sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
        body.append(...rows.map(([, row]) => row));
        table.dispatchEvent(new Event("wr-sorted"));
      });
    });
  }

  /* The rows that match the filter, as CSV with a byte order mark for spreadsheets. */
  const field = (value) => `"${value.replaceAll('"', '""')}"`;
  for (const button of document.querySelectorAll("button[data-wr-download]")) {
    button.addEventListener("click", () => {
      const table = document.getElementById(button.dataset.wrDownload);
      const rows = [...table.rows].filter((row) => !row.classList.contains("wr-out"));
      const lines = rows.map((row) => [...row.cells].map((cell) => field(shown(cell))).join(","));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
      link.download = button.dataset.wrName;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
})();
