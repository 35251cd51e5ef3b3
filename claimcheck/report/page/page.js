"use strict";
(() => {
  const findings = [...document.querySelectorAll("[data-finding]")];
  const form = document.getElementById("filters");
  if (!form) return;
  const output = form.querySelector("output");
  const boxes = [...form.querySelectorAll("[name=verdict]")];
  const fields = [...form.querySelectorAll("[name]:not([name=verdict])")];
  const FINDING = /^f\d+$/;

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  const texts = new Map();
  // What a search looks at: everything a finding says, without the whole articles beside it.
  const textOf = (finding) => {
    if (!texts.has(finding)) {
      const parts = finding.querySelectorAll(":scope > summary, .notes, .positions, .pairs");
      texts.set(finding, fold([...parts].map((part) => part.textContent).join(" ")));
    }
    return texts.get(finding);
  };

  const first = () => {
    for (const box of boxes) box.checked = "first" in box.dataset;
    for (const field of fields) field.value = "";
  };

  // The state of the filters as it stands in the address; empty where it is the first one.
  const state = () => {
    const found = new URLSearchParams();
    if (boxes.some((box) => box.checked !== "first" in box.dataset)) {
      found.set("verdict", boxes.filter((box) => box.checked).map((box) => box.value).join(","));
    }
    for (const field of fields) if (field.value) found.set(field.name, field.value);
    return found.toString();
  };

  const restore = (text) => {
    const given = new URLSearchParams(text);
    first();
    if (given.has("verdict")) {
      const wanted = given.get("verdict").split(",");
      for (const box of boxes) box.checked = wanted.includes(box.value);
    }
    for (const field of fields) field.value = given.get(field.name) || "";
    for (const field of fields) if (field.selectedIndex === -1) field.value = "";
  };

  const filter = () => {
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const chosen = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const outlet = form.elements.outlet.selectedOptions[0].dataset.number;
    const words = fold(chosen.text).split(" ").filter(Boolean);
    const hidden = new Set();
    for (const finding of findings) {
      const { verdict, severity, story, outlets } = finding.dataset;
      const fits =
        verdicts.has(verdict) &&
        (!chosen.severity || chosen.severity === severity) &&
        (!chosen.story || chosen.story === story) &&
        (!outlet || outlets.split(" ").includes(outlet)) &&
        words.every((word) => textOf(finding).includes(word));
      finding.hidden = !fits;
      if (!fits) hidden.add(finding.dataset.finding);
    }
    for (const part of document.querySelectorAll("[data-of]")) part.hidden = hidden.has(part.dataset.of);
    for (const story of document.querySelectorAll(".story")) story.hidden = !story.querySelector("[data-finding]:not([hidden])");
    const shown = findings.length - hidden.size;
    output.textContent = shown
      ? output.dataset.shown.replace("{shown}", shown).replace("{total}", findings.length)
      : output.dataset.nothing;
  };

  // Leave in a copy of an article only the marks of one finding, lettered as its positions.
  const mark = (sheet, letters) => {
    const begun = new Set();
    for (const piece of sheet.querySelectorAll("mark")) {
      const claims = piece.dataset.claims.split(" ").filter((name) => letters.has(name));
      const starting = claims.filter((name) => !begun.has(name));
      for (const name of starting) begun.add(name);
      if (!claims.length) piece.replaceWith(...piece.childNodes);
      if (starting.length) piece.dataset.letter = [...new Set(starting.map((name) => letters.get(name)))].join(" ");
    }
  };

  const lay = (finding) => {
    const desk = finding.querySelector(".desk");
    if (desk.childElementCount) return;
    const articles = new Map();
    const held = new Map();
    for (const told of finding.querySelectorAll("[data-claims]")) {
      const { article, claims, letter } = told.dataset;
      const turn = held.get(letter) || 0;
      held.set(letter, turn + 1);
      if (!articles.has(article)) articles.set(article, { turn, letters: new Map() });
      for (const claim of claims.split(" ")) articles.get(article).letters.set(claim, letter);
    }
    // One article of each position comes first, so that those that differ lie side by side.
    const columns = [...articles].sort(([, a], [, b]) => a.turn - b.turn);
    for (const [number, { letters }] of columns) {
      const source = document.getElementById(`article-${number}`);
      const column = document.createElement("div");
      const title = document.createElement("h5");
      const outlet = document.createElement("bdi");
      outlet.textContent = source.dataset.outlet;
      title.append(outlet);
      for (const name of new Set(letters.values())) {
        const letter = document.createElement("b");
        letter.className = "letter";
        letter.textContent = name;
        title.append(" ", letter);
      }
      const sheet = document.createElement("div");
      sheet.className = "sheet";
      sheet.tabIndex = 0;
      sheet.setAttribute("role", "region");
      sheet.setAttribute("aria-label", source.dataset.outlet);
      sheet.append(source.querySelector(".text").cloneNode(true));
      mark(sheet, letters);
      column.append(title, sheet);
      desk.append(column);
    }
    for (const sheet of desk.querySelectorAll(".sheet")) {
      const claim = sheet.querySelector("mark");
      if (claim) sheet.scrollTop = claim.offsetTop - sheet.clientHeight / 3;
    }
  };

  const open = (name) => {
    const finding = findings.find((found) => found.dataset.finding === name);
    if (!finding) return;
    if (finding.hidden) {
      for (const field of fields) field.value = "";
      for (const box of boxes) box.checked ||= box.value === finding.dataset.verdict;
      filter();
    }
    finding.open = true;
    lay(finding);
    finding.scrollIntoView();
    finding.querySelector("summary").focus({ preventScroll: true });
  };

  // `#f3` names a finding, `#text=…&verdict=…` the filters, `#f3&text=…` both; anything else is a place of the page.
  const follow = () => {
    const [name, ...rest] = decodeURI(location.hash.slice(1)).split("&");
    const named = FINDING.test(name);
    if (!named && name && !name.includes("=")) return;
    if (!named || rest.length) {
      restore((named ? rest : [name, ...rest]).join("&"));
      filter();
    }
    if (named) open(name);
  };

  const remember = () => {
    const text = state();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };

  form.hidden = false;
  first();
  filter();
  follow();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    filter();
    remember();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of boxes) box.checked = true;
    for (const field of fields) field.value = "";
    filter();
    remember();
  });
  for (const finding of findings) {
    finding.addEventListener("toggle", () => {
      if (finding.open) lay(finding);
    });
  }
  addEventListener("hashchange", follow);
})();
