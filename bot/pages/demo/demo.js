// The page as a whole: whose phone is in view, the clock, and what the server tells.

import { renderBoard } from "./board.js";
import { call, follow } from "./calls.js";
import { Phone } from "./phone.js";

const phones = [...document.querySelectorAll(".phone")].map((section) => new Phone(section));
const tabs = new Map([...document.querySelectorAll(".people button")].map((tab) => [tab.getAttribute("aria-controls"), tab]));
const visible = new Set();
const elsewhere = document.getElementById("elsewhere");
let isFirst = true;

function render(state) {
  const now = document.getElementById("now");
  if (now.textContent !== state.now) now.textContent = state.now;
  const picker = document.querySelector("#pick input");
  if (picker !== document.activeElement) picker.value = state.picked;
  elsewhere.hidden = state.active || isFirst;
  for (const phone of phones) {
    const news = phone.render(state.talks[phone.account]);
    if (!isFirst && !visible.has(phone.account)) addUnread(phone.account, news);
  }
  renderBoard(state.board);
  isFirst = false;
}

function addUnread(account, news) {
  const badge = tabs.get(account).querySelector(".unread");
  const count = Math.max(0, Number(badge.textContent) + news);
  badge.textContent = count ? String(count) : "";
  badge.hidden = !count;
}

function watchViews() {
  const seen = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries) {
      const inView = intersectionRatio > 0.6;
      tabs.get(target.id).setAttribute("aria-pressed", String(inView));
      if (!inView) { visible.delete(target.id); continue; }
      visible.add(target.id);
      if (target.id !== "board") addUnread(target.id, -Infinity);
    }
  }, { threshold: [0, 0.6, 1] });
  for (const id of tabs.keys()) seen.observe(document.getElementById(id));
}

function listen() {
  for (const [id, tab] of tabs) {
    tab.addEventListener("click", () => {
      const target = document.getElementById(id);
      if (!visible.has(id)) target.scrollIntoView({ behavior: "smooth", inline: "start", block: "nearest" });
      if (matchMedia("(hover: hover)").matches) target.querySelector("textarea")?.focus({ preventScroll: true });
    });
  }
  for (const button of document.querySelectorAll("[data-move]")) {
    button.addEventListener("click", () => call("clock", { move: button.dataset.move }));
  }
  document.getElementById("pick").addEventListener("submit", (event) => {
    event.preventDefault();
    call("clock", { at: new FormData(event.target).get("at") });
  });
  elsewhere.querySelector("button").addEventListener("click", () => call("enter"));
}

listen();
watchViews();
document.querySelector(".scenes [aria-current]").scrollIntoView({ inline: "center", block: "nearest" });
await call("enter");
follow(render);
