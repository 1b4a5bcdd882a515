/* Search without a server: reads a few small files of search-index/ for each query.
   The index and the steps below are described in build_site/publish/search*.py.
   Forms work by address (search/?q=…); this script answers while one types. */
(() => {
  "use strict";

  const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff";
  const TOKENS = new RegExp(`[${HAN}]+|[a-z0-9]+(?:\\.[0-9]+)*`, "g");
  const IS_HAN = new RegExp(`[${HAN}]`);
  const YEAR = new RegExp(`([0-9]{4})年(?=[${HAN}])`);
  const SHOWN = 10;
  const WORDINGS = 8; // tried for one query
  const english = document.documentElement.lang.startsWith("en");
  const say = english
    ? {
        none: (q) => `Nothing found for “${q}”.`,
        some: (n, more) => `${n}${more ? " or more" : ""} ${n === 1 ? "result" : "results"}`,
        more: "Show more",
        failed: "The search index could not be loaded.",
        document: "Document", place: "Place", agency: "Agency", indicator: "Indicator", term: "Glossary", section: "Heading", paragraph: "",
      }
    : {
        none: (q) => `没有找到“${q}”。`,
        some: (n, more) => `找到 ${n} 条${more ? "以上" : ""}结果`,
        more: "显示更多",
        failed: "搜索索引没有载入。",
        document: "文献", place: "地区", agency: "部门", indicator: "指标", term: "术语", section: "标题", paragraph: "",
      };

  const cache = new Map();
  const load = (address) => {
    if (!cache.has(address)) {
      cache.set(address, fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(address);
        return answer.json();
      }));
    }
    return cache.get(address);
  };

  class Index {
    constructor(base) {
      this.home = new URL(english ? "en/" : "", base);
      this.root = new URL("search-index/", base);
      this.folder = new URL(english ? "en/" : "zh/", this.root);
    }

    async open() {
      if (this.facts) return;
      const [facts, fold] = await Promise.all([
        load(new URL("index.json", this.folder).href),
        load(new URL("fold.json", this.root).href),
      ]);
      this.fold = new Map([...fold[0]].map((mark, at) => [mark, [...fold[1]][at]]));
      this.shards = new Set(facts.shards);
      this.facts = facts;
    }

    normalised(text) {
      const half = text.replace(/[\uff01-\uff5e]/g, (m) => String.fromCharCode(m.charCodeAt(0) - 0xfee0));
      return [...half.toLowerCase()]
        .map((mark) => this.fold.get(mark) || mark)
        .map((mark) => (mark >= "\u00c0" && mark <= "\u024f" ? mark.normalize("NFD")[0] : mark))
        .join("");
    }

    shard(mark) {
      let code = 0x811c9dc5;
      for (let at = 0; at < mark.length; at += 1) {
        code = Math.imul(code ^ mark.charCodeAt(at), 0x01000193) >>> 0;
      }
      return code % this.facts.count;
    }

    async shelf(mark) {
      const number = this.shard(mark);
      return this.shards.has(number) ? load(new URL(`terms/${number}.json`, this.folder).href) : {};
    }

    async list(term) {
      const steps = (await this.shelf(IS_HAN.test(term) ? term[0] : term.slice(0, 3)))[term];
      if (!steps) return [];
      const ids = sums(steps);
      if (steps.length === this.facts.long) {
        // a list of exactly this length may go on in a file of its own
        const rest = await load(new URL(`rest/${this.shard(term)}.json`, this.folder).href).catch(() => ({}));
        if (rest[term]) ids.push(...sums(rest[term], ids[ids.length - 1]));
      }
      return ids;
    }

    /* Records that begin a word or a character this way. */
    async beginning(start) {
      const mark = IS_HAN.test(start) ? start[0] : start.slice(0, 3);
      const shelf = await this.shelf(mark);
      const found = new Set();
      for (const term of Object.keys(shelf)) {
        if (term.startsWith(start)) for (const id of await this.list(term)) found.add(id);
      }
      return [...found].sort((a, b) => a - b);
    }

    /* Candidates of one wording: all its terms must occur. */
    async candidates(plain) {
      const tokens = plain.match(TOKENS) || [];
      const lists = [];
      for (const token of tokens) {
        if (!IS_HAN.test(token)) lists.push(this.beginning(token));
        else if (token.length === 1) lists.push(this.beginning(token));
        else for (let at = 0; at + 1 < token.length; at += 1) lists.push(this.list(token.slice(at, at + 2)));
      }
      const found = (await Promise.all(lists)).sort((a, b) => a.length - b.length);
      if (!found.length) return [];
      return found.slice(1).reduce((kept, list) => {
        const has = new Set(list);
        return kept.filter((id) => has.has(id));
      }, found[0]);
    }

    /* The query itself, then the query with a known name in another wording, then
       the other wordings of names that the query is a part of. */
    wordings(plain) {
      const whole = [];
      const part = [];
      // 2024年宁波 also means the year 2024 and Ningbo, not only these characters in a row
      if (YEAR.test(plain)) whole.push(plain.replace(YEAR, "$1 "));
      for (const group of this.facts.names) {
        for (const name of group) {
          const others = group.filter((other) => other !== name);
          if (within(plain, name)) whole.push(...others.map((other) => plain.replace(name, ` ${other} `).trim()));
          else if (plain.length > 3 && within(name, plain)) part.push(...others);
        }
      }
      return [...new Set([plain, ...whole, ...part])].slice(0, WORDINGS);
    }

    async record(id) {
      const per = this.facts.perFile;
      const rows = await load(new URL(`records/${Math.floor(id / per)}.json`, this.folder).href);
      const [kind, title, heading, url, text, hidden] = rows[id % per];
      return { kind, title, heading, url: new URL(url, this.home).href, text, hidden };
    }

    /* Yields hits, best first, each checked on its text. */
    async *hits(query) {
      await this.open();
      const plain = this.normalised(query).trim();
      const seen = new Set();
      for (const worded of this.wordings(plain)) {
        const tokens = worded.match(TOKENS) || [];
        const runs = tokens.filter((token) => IS_HAN.test(token));
        const ids = (await this.candidates(worded)).filter((id) => !seen.has(id));
        for (let at = 0; at < ids.length; at += SHOWN) {
          const rows = await Promise.all(ids.slice(at, at + SHOWN).map((id) => this.record(id)));
          for (let row = 0; row < rows.length; row += 1) {
            const text = this.normalised(`${rows[row].text}\n${rows[row].hidden}`);
            if (runs.every((run) => text.includes(run))) {
              seen.add(ids[at + row]);
              yield { ...rows[row], tokens };
            }
          }
        }
      }
    }
  }

  const sums = (steps, from = 0) => {
    let at = from;
    return steps.map((step) => (at += step));
  };

  const within = (plain, name) => {
    const at = plain.indexOf(name);
    if (at < 0 || !name) return false;
    if (IS_HAN.test(name)) return true;
    const word = /[a-z0-9]/;
    return !word.test(plain[at - 1] || "") && !word.test(plain[at + name.length] || "");
  };

  /* The part of a text around its first match, with the matches marked. */
  const snippet = (index, text, tokens) => {
    const plain = index.normalised(text);
    const places = [];
    if (plain.length === text.length) {
      for (const token of tokens) {
        for (let at = plain.indexOf(token); at >= 0 && places.length < 50; at = plain.indexOf(token, at + 1)) {
          places.push([at, at + token.length]);
        }
      }
    }
    places.sort((a, b) => a[0] - b[0]);
    const width = IS_HAN.test(text) ? 90 : 200;
    const start = places.length ? Math.max(0, places[0][0] - Math.floor(width / 3)) : 0;
    const end = Math.min(text.length, start + width);
    const out = document.createElement("span");
    let at = start;
    if (start) out.append("…");
    for (const [from, to] of places) {
      if (from < at || to > end) continue;
      out.append(text.slice(at, from));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      out.append(mark);
      at = to;
    }
    out.append(text.slice(at, end));
    if (end < text.length) out.append("…");
    if (english && IS_HAN.test(text)) out.lang = "zh";
    return out;
  };

  const item = (index, hit) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = hit.url;
    const title = document.createElement("span");
    title.className = "wr-hit-title";
    const inner = hit.kind === "document" || hit.kind === "place" || hit.kind === "agency";
    title.append(inner ? snippet(index, hit.title, hit.tokens) : hit.title);
    if (english && !inner && IS_HAN.test(hit.title)) title.lang = "zh";
    link.append(title);
    const about = [say[hit.kind], hit.heading].filter(Boolean).join(" · ");
    if (about) {
      const small = document.createElement("span");
      small.className = "wr-hit-where";
      small.textContent = about;
      if (english && IS_HAN.test(about)) small.lang = "zh";
      link.append(small);
    }
    if (!inner) {
      const shown = document.createElement("span");
      shown.className = "wr-hit-text";
      const plain = index.normalised(hit.text);
      const here = hit.tokens.some((token) => plain.includes(token)) || !hit.hidden;
      shown.append(snippet(index, here ? hit.text : hit.hidden, hit.tokens));
      link.append(shown);
    }
    entry.append(link);
    return entry;
  };

  const mount = (form, inline) => {
    const index = new Index(new URL(form.dataset.wrSearch, location.href));
    const input = form.querySelector("input[type=search]");
    const panel = document.createElement("div");
    panel.className = inline ? "wr-results" : "wr-results wr-results-drop";
    panel.hidden = true;
    const status = document.createElement("p");
    status.className = "wr-results-status";
    status.setAttribute("role", "status");
    const list = document.createElement("ul");
    const more = document.createElement("button");
    more.type = "button";
    more.className = "md-button";
    more.textContent = say.more;
    more.hidden = true;
    panel.append(status, list, more);
    form.append(panel);
    let turn = 0;
    let source = null;

    const show = async (mine, query, fresh) => {
      let added = 0;
      let done = false;
      const entries = [];
      while (added < SHOWN) {
        const next = await source.next();
        if (mine !== turn) return;
        if (next.done) { done = true; break; }
        entries.push(item(index, next.value));
        added += 1;
      }
      if (fresh) list.replaceChildren(...entries);
      else list.append(...entries);
      more.hidden = done;
      const count = list.children.length;
      status.textContent = count ? say.some(count, !done) : say.none(query);
      panel.hidden = false;
    };

    const search = async () => {
      const query = input.value.trim();
      const mine = (turn += 1);
      if (!query) {
        panel.hidden = true;
        list.replaceChildren();
        return;
      }
      source = index.hits(query);
      try {
        await show(mine, query, true);
      } catch (problem) {
        if (mine !== turn) return;
        status.textContent = say.failed;
        panel.hidden = false;
      }
    };

    let wait = 0;
    input.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(search, 150);
    });
    more.addEventListener("click", async () => {
      const before = list.children.length;
      await show(turn, input.value.trim(), false);
      list.children[before]?.querySelector("a").focus();
    });
    form.addEventListener("submit", (event) => {
      if (!inline) return; // the form of the header leads to the search page
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.set("q", input.value.trim());
      history.replaceState(null, "", address);
      search();
    });
    form.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links.length) {
        event.preventDefault();
        links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at ? links[at - 1] : input).focus();
      } else if (event.key === "Escape" && !inline) {
        event.preventDefault();
        turn += 1;
        panel.hidden = true;
        input.value = "";
        input.focus();
      }
    });
    if (!inline) {
      document.addEventListener("click", (event) => {
        if (!form.contains(event.target)) panel.hidden = true;
      });
      form.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
      });
    }
    return { input, search };
  };

  const main = document.querySelector("form[data-wr-search][data-wr-inline]");
  const header = document.querySelector("header form[data-wr-search]");
  const box = header ? mount(header, false) : null;
  let first = box;
  if (main) {
    first = mount(main, true);
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      first.input.value = asked;
      first.search();
    }
  }
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && first && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      first.input.focus();
      first.input.select();
    }
  }, true);
})();
