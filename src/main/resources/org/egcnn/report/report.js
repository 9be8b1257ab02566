"use strict";
// Lets the reader sort each table by a click on a column's header. Rows in the foot stay there.
(() => {
  const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const valueOf = (cell) => ("value" in cell.dataset ? Number(cell.dataset.value) : null);

  // Cells without a value come last, whichever way the column is sorted.
  const compareNumbers = (a, b, sign) => {
    const left = valueOf(a);
    const right = valueOf(b);
    if (left === null || right === null) {
      return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    }
    return sign * (left - right);
  };

  const compareTexts = (a, b, sign) =>
    sign * names.compare(a.textContent.trim(), b.textContent.trim());

  const sort = (table, headers, column) => {
    const header = headers[column];
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    const compare = header.classList.contains("number") ? compareNumbers : compareTexts;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    rows.sort((a, b) => compare(a.cells[column], b.cells[column], ascending ? 1 : -1));
    body.append(...rows);
    headers.forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  };

  document.querySelectorAll("table.sortable").forEach((table) => {
    const headers = Array.from(table.tHead.rows[0].cells);
    headers.forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, headers, column));
      header.append(button);
    });
  });
})();
