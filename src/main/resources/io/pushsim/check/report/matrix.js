
/** One set-up's rules against its targets. */
class Matrix {
  constructor(setUp) {
    this.whys = setUp.whys;
    this.columns = setUp.targets.map(([scope, name]) => ({ name, arn: setUp.scopes[scope] + name }));
    this.columns.forEach((column) => { column.group = column.arn.split(":", 7).join(":"); });
    this.buckets = setUp.buckets.map(([name, ...cells]) => ({ name, cells, named: new Set(), held: null }));
    this.rows = setUp.rows.map(([bucket, title, matching, target, column, relation, why]) => {
      this.buckets[bucket].named.add(column);
      return { bucket: this.buckets[bucket], title, matching, target, column, relation, why };
    });
    const lower = (text) => text.toLowerCase();
    this.rowTexts = this.rows.map((row) => lower(
      [row.bucket.name, row.title, row.matching, row.column < 0 ? row.target + " " + this.whys[row.why] : ""].join(" ")));
    this.columnTexts = this.columns.map((column) => lower(column.arn));
    this.whyTexts = this.whys.map(lower);
    this.words = relations.map((relation) => lower(relation.word));
  }

  relationOf(row, column, verdict) {
    if (verdict === VERDICT_ALLOWED) {
      return row.column === column ? WORKS : row.bucket.named.has(column) ? ALLOWED : OPEN;
    }
    return verdict === VERDICT_DENIED ? (row.column === column ? DEAD : DENIED) : UNKNOWN;
  }

  cell(row, column) {
    const bucket = row.bucket;
    if (!bucket.held) {
      bucket.held = new Map();
      for (let i = 0; i < bucket.cells.length; i += 3) {
        bucket.held.set(bucket.cells[i], i);
      }
    }
    const at = bucket.held.get(column);
    return at === undefined
      ? { relation: DENIED, why: "denied: no statement of the target's policy speaks of the bucket" }
      : { relation: this.relationOf(row, column, bucket.cells[at + 1]), why: this.whys[bucket.cells[at + 2]] };
  }

  /** The rows and columns in which a pair is what is searched for, and how many pairs are. */
  search(query, only) {
    const wanted = terms(query);
    const rowCount = this.rows.length, columnCount = this.columns.length;
    if (wanted.length === 0 && only.size === 0) {
      const all = (count) => Int32Array.from({ length: count }, (_, i) => i);
      return { rows: all(rowCount), columns: all(columnCount), pairs: rowCount * columnCount, matches: () => true };
    }
    const whole = wanted.length === 32 ? -1 : (1 << wanted.length) - 1;
    const rowMasks = masks(this.rowTexts, wanted), columnMasks = masks(this.columnTexts, wanted);
    const whyMasks = masks(this.whyTexts, wanted), wordMasks = masks(this.words, wanted);
    const shown = Uint8Array.from(relations, (relation) => (only.size === 0 || only.has(relation.name) ? 1 : 0));
    const named = only.has("named");
    const relation = new Uint8Array(columnCount).fill(DENIED);
    const mask = new Uint32Array(columnCount).fill(wordMasks[DENIED]);
    const rows = [], columnShown = new Uint8Array(columnCount);
    let pairs = 0;
    this.rows.forEach((row, r) => {
      const cells = row.bucket.cells;
      for (let i = 0; i < cells.length; i += 3) {
        const c = cells[i];
        relation[c] = this.relationOf(row, c, cells[i + 1]);
        mask[c] = wordMasks[relation[c]] | whyMasks[cells[i + 2]];
      }
      let found = 0;
      const rowMask = rowMasks[r], own = named ? row.column : -1;
      for (let c = 0; c < columnCount; c++) {
        if ((rowMask | columnMasks[c] | mask[c]) === whole && (shown[relation[c]] === 1 || c === own)) {
          columnShown[c] = 1;
          found++;
        }
      }
      // A rule on what is no function has no column, and is told all the same.
      const alone = row.column < 0 && rowMask === whole
        && (only.size === 0 || named || (row.relation >= 0 && shown[row.relation] === 1));
      if (found > 0 || alone) {
        rows.push(r);
        pairs += found;
      }
      for (let i = 0; i < cells.length; i += 3) {
        relation[cells[i]] = DENIED;
        mask[cells[i]] = wordMasks[DENIED];
      }
    });
    const columns = [];
    columnShown.forEach((is, c) => { if (is) { columns.push(c); } });
    const whyMask = new Map(this.whys.map((why, i) => [why, whyMasks[i]]));
    const matches = (r, c, cell) =>
      (rowMasks[r] | columnMasks[c] | wordMasks[cell.relation] | (whyMask.get(cell.why) ?? 0)) === whole
      && (shown[cell.relation] === 1 || (named && this.rows[r].column === c));
    return { rows, columns, pairs, matches };
  }
}

/** Draws of a matrix what the window into it shows. */
class Grid {
  constructor(scroll, details) {
    this.scroll = scroll;
    this.details = details;
    this.head = make("thead", {});
    this.body = make("tbody", {});
    this.widths = make("colgroup", {});
    this.table = make("table", { class: "grid", role: "grid", "aria-labelledby": "matrix-name" }, this.widths, this.head, this.body);
    scroll.append(this.table);
    this.active = { r: 0, c: 0 };
    scroll.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(scroll);
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("focusin", (event) => this.tell(event.target));
    this.table.addEventListener("pointerover", (event) => this.tell(event.target.closest("td, th")));
    this.table.addEventListener("click", (event) => {
      const cell = event.target.closest("td.cell");
      if (cell) {
        this.go(Number(cell.dataset.r), Number(cell.dataset.c));
      }
    });
  }

  show(matrix, found) {
    this.matrix = matrix;
    this.found = found;
    this.active = { r: 0, c: 0 };
    this.drawn = "";
    this.scroll.scrollTop = 0;
    this.scroll.scrollLeft = 0;
    this.details.textContent = "";
    this.table.setAttribute("aria-rowcount", found.rows.length + 1);
    this.table.setAttribute("aria-colcount", found.columns.length + 1);
    this.draw();
    // The empty table had no room to measure; now that it has its size, the window into it is known.
    this.draw();
  }

  sizes() {
    const style = getComputedStyle(this.scroll);
    const pixels = (name) => parseFloat(style.getPropertyValue(name));
    return { row: pixels("--row"), column: pixels("--column"), head: pixels("--head"), top: pixels("--top") };
  }

  draw() {
    if (!this.matrix) {
      return;
    }
    const size = this.sizes();
    const range = (from, room, each, count) => {
      const first = Math.floor(from / each / CHUNK) * CHUNK - CHUNK;
      const last = Math.ceil((from + room) / each / CHUNK) * CHUNK + CHUNK;
      return [Math.max(0, Math.min(first, count)), Math.min(last, count)];
    };
    const rows = this.found.rows, columns = this.found.columns;
    const [r0, r1] = range(this.scroll.scrollTop, this.scroll.clientHeight, size.row, rows.length);
    const [c0, c1] = range(this.scroll.scrollLeft, this.scroll.clientWidth, size.column, columns.length);
    const now = [r0, r1, c0, c1, size.head].join(" ");
    if (now === this.drawn) {
      return;
    }
    this.drawn = now;
    const before = c0 * size.column, after = (columns.length - c1) * size.column;
    this.table.style.width = size.head + columns.length * size.column + "px";
    this.widths.replaceChildren(...[size.head, before, ...Array(c1 - c0).fill(size.column), after].map((width) => {
      const column = make("col", {});
      column.style.width = width + "px";
      return column;
    }));
    const gap = () => make("td", { class: "gap", "aria-hidden": "true" });
    const heads = make("tr", { "aria-rowindex": 1 }, make("th", { class: "corner", scope: "col", "aria-colindex": 1 }, "Rule"), gap());
    for (let c = c0; c < c1; c++) {
      const column = this.matrix.columns[columns[c]];
      heads.append(make("th", { scope: "col", class: this.starts(c) ? "starts" : "", "data-c": c, "aria-colindex": c + 2, title: column.arn },
        make("span", {}, column.name)));
    }
    heads.append(gap());
    this.head.replaceChildren(heads);
    const lines = [this.space(r0 * size.row)];
    for (let r = r0; r < r1; r++) {
      lines.push(this.line(r, c0, c1, gap));
    }
    lines.push(this.space((rows.length - r1) * size.row));
    const focused = this.table.contains(document.activeElement);
    this.body.replaceChildren(...lines);
    if (focused) {
      this.activeCell()?.focus({ preventScroll: true });
    }
  }

  starts(c) {
    const columns = this.found.columns;
    return c > 0 && this.matrix.columns[columns[c]].group !== this.matrix.columns[columns[c - 1]].group;
  }

  space(height) {
    const line = make("tr", { class: "space", "aria-hidden": "true" });
    line.style.height = height + "px";
    return line;
  }

  line(r, c0, c1, gap) {
    const index = this.found.rows[r], row = this.matrix.rows[index];
    const head = make("th", { scope: "row", "aria-colindex": 1, "data-r": r },
      make("strong", {}, row.bucket.name), make("span", {}, row.title || "(no rule)"));
    const line = make("tr", { "aria-rowindex": r + 2 }, head, gap());
    for (let c = c0; c < c1; c++) {
      const column = this.found.columns[c], cell = this.matrix.cell(row, column), relation = relations[cell.relation];
      const classes = ["cell", relation.name];
      if (row.column === column) {
        classes.push("own");
      }
      if (this.starts(c)) {
        classes.push("starts");
      }
      if (!this.found.matches(index, column, cell)) {
        classes.push("dim");
      }
      const active = r === this.active.r && c === this.active.c;
      line.append(make("td", {
        class: classes.join(" "), "data-r": r, "data-c": c, "aria-colindex": c + 2, "aria-label": relation.word, tabindex: active ? 0 : -1,
      }, relation.sign));
    }
    line.append(gap());
    return line;
  }

  activeCell() {
    return this.body.querySelector(`td[data-r="${this.active.r}"][data-c="${this.active.c}"]`);
  }

  /** Moves to a cell, which comes into view. */
  go(r, c) {
    const size = this.sizes(), scroll = this.scroll;
    this.activeCell()?.setAttribute("tabindex", -1);
    this.active = {
      r: Math.max(0, Math.min(r, this.found.rows.length - 1)),
      c: Math.max(0, Math.min(c, this.found.columns.length - 1)),
    };
    const into = (at, each, from, room) => Math.min(Math.max(from, (at + 1) * each - room), at * each);
    scroll.scrollTop = into(this.active.r, size.row, scroll.scrollTop, scroll.clientHeight - size.top);
    scroll.scrollLeft = into(this.active.c, size.column, scroll.scrollLeft, scroll.clientWidth - size.head);
    this.draw();
    const cell = this.activeCell();
    cell?.setAttribute("tabindex", 0);
    cell?.focus({ preventScroll: true });
    this.tell(cell);
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.scroll.clientHeight / this.sizes().row) - 3);
    const { r, c } = this.active;
    const to = {
      ArrowUp: [r - 1, c], ArrowDown: [r + 1, c], ArrowLeft: [r, c - 1], ArrowRight: [r, c + 1],
      PageUp: [r - page, c], PageDown: [r + page, c],
      Home: [event.ctrlKey ? 0 : r, 0], End: [event.ctrlKey ? Infinity : r, Infinity],
    }[event.key];
    if (to && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.go(...to);
    }
  }

  /** Says who, what and why of the cell that is pointed at. */
  tell(cell) {
    const rowAt = cell?.dataset.r, columnAt = cell?.dataset.c;
    this.head.querySelectorAll(".lit").forEach((head) => head.classList.remove("lit"));
    if (rowAt === undefined && columnAt === undefined) {
      return;
    }
    const lines = [];
    const row = rowAt === undefined ? null : this.matrix.rows[this.found.rows[rowAt]];
    const column = columnAt === undefined ? null : this.matrix.columns[this.found.columns[columnAt]];
    if (row && column) {
      const told = this.matrix.cell(row, this.found.columns[columnAt]), relation = relations[told.relation];
      this.head.querySelector(`th[data-c="${columnAt}"]`)?.classList.add("lit");
      lines.push(make("p", {}, make("span", { class: "badge " + relation.name }, relation.sign + " " + relation.word), " ",
        make("strong", {}, row.bucket.name), " → ", make("strong", {}, column.name), ": ", relation.meaning, "."));
      lines.push(make("p", { class: "why" }, told.why));
    } else if (row) {
      lines.push(make("p", { class: "why" }, this.matrix.whys[row.why]));
    }
    if (row && row.title) {
      lines.push(make("p", { class: "faint" }, "Rule ", make("bdi", {}, row.title), " of ", make("bdi", {}, row.bucket.name), ": ",
        make("code", {}, row.matching), " → ", make("code", {}, row.target)));
    }
    if (column) {
      lines.push(make("p", { class: "faint" }, make("code", {}, column.arn)));
    }
    this.details.replaceChildren(...lines);
  }
}
