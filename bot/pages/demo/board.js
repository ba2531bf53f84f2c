// The score board: drawn anew for every change; what moved is lit for a moment.

import { node } from "./dom.js";

const board = document.getElementById("board");
let before = new Map();

export function renderBoard(state) {
  const now = new Map();
  const moved = (key, value) => {
    now.set(key, value);
    return before.size > 0 && before.get(key) !== value;
  };
  board.replaceChildren(
    node("h2", {}, state.title),
    node("p", { className: "quiet" }, state.due),
    totals(state, moved),
    ...table("被考核单位", state.subjects.length > 1 ? state.subjects : [], moved, subject),
    ...table("考核领域", state.sections, moved, (row) => [meter(row.points, row.full), `${row.points} / ${row.full}`]),
    ...table("各单位填报", state.units, moved, (row) => [meter(row.reported, row.leaves), progress(row)]),
    ...table("已计分的指标", state.lines, moved, (row) => [row.full ? `${row.points} / ${row.full}` : row.points]),
    node("p", { className: "quiet" }, "按已报数据由计分引擎即时算出，未经核定。"),
  );
  before = now;
}

function totals(state, moved) {
  const boxes = state.subjects.length > 1 ? [] : state.subjects.map((subject) => {
    const lit = moved(`total ${subject.name}`, subject.points) ? " lit" : "";
    return node("div", { className: `total${lit}` }, node("span", {}, "暂得"),
      node("b", {}, subject.points), node("i", {}, ` / ${subject.full}${subject.unit}`),
      node("span", {}, subject.note));
  });
  const reported = node("div", { className: "total" },
    node("span", {}, "已报"), node("b", {}, String(state.reported)), node("i", {}, ` / ${state.leaves}项`));
  return node("div", { className: "totals" }, ...boxes, reported);
}

function subject(row) {
  const cells = row.full ? [meter(row.points, row.full), `${row.points} / ${row.full}${row.unit}`] : ["原文未设分值"];
  return row.note ? [...cells, row.note] : cells;
}

function table(title, rows, moved, cells) {
  if (!rows.length) return [];
  const lines = rows.map((row) => {
    const drawn = cells(row);
    const lit = moved(`${title} ${row.name}`, JSON.stringify(row));
    return node("tr", { className: lit ? "lit" : "" }, node("td", {}, row.name), ...drawn.map((cell) =>
      node("td", { className: cell instanceof Element ? "bar" : "" }, cell)));
  });
  return [node("h3", {}, title), node("table", {}, node("tbody", {}, ...lines))];
}

function meter(value, full) {
  const bar = node("meter", { min: 0, max: Number(full) || 1 });
  bar.value = Number(value) || 0;
  bar.setAttribute("aria-label", `${value}/${full}`);
  return bar;
}

function progress(row) {
  const count = `${row.reported}/${row.leaves}项`;
  return row.full ? `${count} ${row.points}/${row.full}分` : count;
}
