
// The matrix that one can search, and the findings' filter. Without this script findings and rules are shown as they are.
const MOST_FINDINGS = 50;

function drawMatrix() {
  const section = document.getElementById("matrix");
  if (data.setUps.length === 0) {
    return;
  }
  section.hidden = false;
  const matrices = data.setUps.map((setUp) => ({ setUp, matrix: null }));
  const query = make("input", { type: "search", id: "matrix-search", autocomplete: "off", spellcheck: "false",
    placeholder: "bucket, rule, target, statement, verdict" });
  const choice = make("select", { id: "matrix-set-up" });
  data.setUps.forEach((setUp, i) => choice.append(make("option", { value: i }, setUp.title)));
  const only = [["dead", "dead"], ["open", "open"], ["unknown", "not known"], ["named", "what a rule names"]].map(([name, words]) => {
    const box = make("input", { type: "checkbox", value: name });
    return { box, label: make("label", { class: "toggle" }, box, " " + words) };
  });
  const count = make("p", { class: "count", role: "status" });
  const scroll = make("div", { class: "scroll" });
  const details = make("div", { class: "details", role: "status", "aria-label": "The cell that is pointed at" });
  const signs = make("ul", { class: "signs" }, ...relations.map((relation) => make("li", {},
    make("span", { class: "badge " + relation.name }, relation.sign + " " + relation.word), " " + relation.meaning)));
  const tools = make("div", { class: "tools" },
    make("label", { class: "field wide" }, make("span", {}, "Search the matrix"), query),
    make("fieldset", {}, make("legend", {}, "Show only"), ...only.map((each) => each.label)));
  if (data.setUps.length > 1) {
    tools.prepend(make("label", { class: "field" }, make("span", {}, "Set-up"), choice));
  }
  section.append(tools, count, scroll, details, make("details", { class: "legend" }, make("summary", {}, "What the signs mean"), signs));
  const grid = new Grid(scroll, details);

  function show() {
    const chosen = matrices[choice.value];
    chosen.matrix ??= new Matrix(chosen.setUp);
    const matrix = chosen.matrix;
    const found = matrix.search(query.value, new Set(only.filter((each) => each.box.checked).map((each) => each.box.value)));
    count.textContent = found.rows.length === 0
      ? "Nothing is like that."
      : `${number(found.rows.length)} of ${number(matrix.rows.length)} rows, ${number(found.columns.length)} of `
        + `${number(matrix.columns.length)} targets; ${number(found.pairs)} of ${number(matrix.rows.length * matrix.columns.length)} cells`;
    scroll.hidden = found.rows.length === 0;
    grid.show(matrix, found);
  }

  function changed() {
    view.write({ q: query.value, only: only.filter((each) => each.box.checked).map((each) => each.box.value).join(","),
      set: choice.value === "0" ? "" : choice.value });
    show();
  }

  function preset() {
    const parameters = view.read();
    query.value = parameters.get("q") ?? "";
    const boxes = new Set((parameters.get("only") ?? "").split(","));
    only.forEach((each) => { each.box.checked = boxes.has(each.box.value); });
    choice.value = parameters.get("set") ?? "0";
    if (!matrices[choice.value]) {
      choice.value = "0";
    }
    show();
  }

  query.addEventListener("input", changed);
  choice.addEventListener("change", changed);
  only.forEach((each) => each.box.addEventListener("change", changed));
  window.addEventListener("hashchange", preset);
  preset();
}

function filterFindings() {
  const section = document.getElementById("findings");
  const findings = [...section.querySelectorAll(".finding")].map((element) => ({ element, text: null, ...element.dataset }));
  if (findings.length < 2) {
    return;
  }
  const query = make("input", { type: "search", id: "findings-search", autocomplete: "off", spellcheck: "false" });
  const tally = (name) => findings.reduce((counts, finding) => counts.set(finding[name], (counts.get(finding[name]) ?? 0) + 1), new Map());
  const severities = [...tally("severity")].map(([name, many]) => {
    const box = make("input", { type: "checkbox", value: name, checked: "" });
    return { box, label: make("label", { class: "toggle" }, box, ` ${name} (${number(many)})`) };
  });
  const kind = make("select", { id: "findings-kind" }, make("option", { value: "" }, "all kinds"));
  for (const [name, many] of tally("kind")) {
    kind.append(make("option", { value: name }, `${name} (${number(many)})`));
  }
  const count = make("p", { class: "count", role: "status" });
  const more = make("button", { type: "button", class: "more" });
  let most = MOST_FINDINGS;

  function show() {
    const wanted = terms(query.value);
    const chosen = new Set(severities.filter((each) => each.box.checked).map((each) => each.box.value));
    let found = 0;
    for (const finding of findings) {
      finding.text ??= wanted.length ? finding.element.textContent.toLowerCase() : null;
      const matches = chosen.has(finding.severity) && (!kind.value || kind.value === finding.kind)
        && wanted.every((term) => finding.text.includes(term));
      found += matches ? 1 : 0;
      finding.element.hidden = !matches || found > most;
    }
    count.textContent = found === 0 ? "Nothing is like that." : `${number(found)} of ${number(findings.length)} findings`;
    more.hidden = found <= most;
    more.textContent = `Show all ${number(found)}`;
  }

  function changed() {
    most = MOST_FINDINGS;
    const unchecked = severities.filter((each) => !each.box.checked);
    view.write({ find: query.value, kind: kind.value,
      severity: unchecked.length ? severities.filter((each) => each.box.checked).map((each) => each.box.value).join(",") : "" });
    show();
  }

  function preset() {
    const parameters = view.read();
    query.value = parameters.get("find") ?? "";
    kind.value = parameters.get("kind") ?? "";
    if (kind.selectedIndex < 0) {
      kind.value = "";
    }
    const chosen = parameters.get("severity")?.split(",");
    severities.forEach((each) => { each.box.checked = !chosen || chosen.includes(each.box.value); });
    show();
  }

  more.addEventListener("click", () => { most = Infinity; show(); });
  query.addEventListener("input", changed);
  kind.addEventListener("change", changed);
  severities.forEach((each) => each.box.addEventListener("change", changed));
  window.addEventListener("hashchange", preset);
  section.querySelector("h2").after(make("div", { class: "tools" },
    make("label", { class: "field wide" }, make("span", {}, "Search the findings"), query),
    make("label", { class: "field" }, make("span", {}, "Kind"), kind),
    make("fieldset", {}, make("legend", {}, "Severity"), ...severities.map((each) => each.label))), count);
  section.append(more);
  preset();
}

/** The plain tables say once more what the matrix says: closed, but for printing. */
function foldRules() {
  const tables = [...document.querySelectorAll("#rules > details")];
  const opened = new Set();
  if (location.hash !== "#rules") {
    tables.forEach((table) => { table.open = false; });
  }
  window.addEventListener("beforeprint", () => tables.filter((table) => !table.open).forEach((table) => {
    opened.add(table);
    table.open = true;
  }));
  window.addEventListener("afterprint", () => {
    opened.forEach((table) => { table.open = false; });
    opened.clear();
  });
  document.querySelector(".banner nav a[href='#rules']").before(make("a", { href: "#matrix" }, "Matrix"), " ");
}

filterFindings();
if (data.setUps.length > 0) {
  foldRules();
}
drawMatrix();
