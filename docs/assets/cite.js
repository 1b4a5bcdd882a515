/* Each paragraph, table row and number copies its own citation; the box on the page has the rest. */
(() => {
  "use strict";

  const box = document.querySelector("[data-wr-cite]");
  if (!box) return;
  const say = box.dataset;
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

  const bar = document.createElement("span");
  bar.className = "wr-copy";
  const button = (label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    bar.append(made);
    return made;
  };
  const whole = button(say.wrWhole);
  const part = button("");
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  bar.append(status);

  const HEADER = 50; // pixels that the page's head takes
  let owner = null;
  let words = "";

  /* The citation of the page with the address of the place in it, and the words cited before it. */
  const citation = (quoted) => {
    const here = `${address}#${owner.id}`;
    const known = say.wrCite;
    const full = known.includes(address) ? known.replace(address, here) : `${known} ${here}`;
    return quoted ? say.wrQuote.replace("#", quoted).replace("@", full) : full;
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // an old browser, or a page that is not served safely
    }
  };

  const copy = async (quoted) => {
    const text = citation(quoted);
    const done = await copied(text);
    status.textContent = done ? say.wrDone : text;
    if (!done) getSelection().selectAllChildren(status);
  };
  whole.addEventListener("click", () => copy(""));
  part.addEventListener("click", () => copy(words));

  /* The bar goes to the paragraph or row that is pointed at or that has the focus. */
  const follow = (event) => {
    const found = event.target.closest?.(".wr-p[id], .wr-table tr[id]");
    if (!found || bar.contains(event.target)) return;
    const cited = event.target.closest("a.wr-figure-link, a.wr-quote");
    if (found !== owner) {
      owner = found;
      words = status.textContent = "";
      (found.cells ? found.cells[0] : found).append(bar);
    }
    if (cited) {
      words = cited.textContent.trim();
      status.textContent = "";
    }
    part.hidden = !words;
    const shown = words.length > 24 ? `${words.slice(0, 23)}…` : words;
    part.textContent = say.wrPart.replace("#", shown);
    place(cited ?? found);
  };

  /* Above the number or the paragraph; where that has scrolled away, at the top of the screen. */
  const place = (what) => {
    const top = Math.max(what.getBoundingClientRect().top, HEADER + bar.offsetHeight);
    bar.style.top = `${top - bar.offsetHeight - bar.offsetParent.getBoundingClientRect().top}px`;
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
})();
