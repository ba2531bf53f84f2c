// One person's phone: the conversation, the phrases at a touch, and what is written, attached or pressed.

import { call } from "./calls.js";
import { node } from "./dom.js";

const SILENCE_MINUTES = 5;
const ADDRESS = /https?:\/\/[^\s<>"“”，。；）]+/g;
const ANCHOR = /<a href="(https?:\/\/[^"\s<>]+)">([^<>]+)<\/a>/g;

export class Phone {
  constructor(section) {
    this.account = section.id;
    this.talk = section.querySelector(".talk");
    this.form = section.querySelector(".composer");
    this.input = section.querySelector("textarea");
    this.shown = new Map();
    this.typing = node("div", { className: "bubble typing", hidden: true }, node("div", { className: "body" }, "……"));
    this.listen(section);
  }

  listen(section) {
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.sendTyped(); });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.sendTyped(); }
    });
    this.input.addEventListener("input", () => this.fit());
    section.querySelector("input[type=file]").addEventListener("change", (event) => this.attach(event.target));
    section.querySelector(".sayings").addEventListener("click", (event) => this.touch(event.target.closest("button")));
  }

  sendTyped() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.fit();
    this.say(text);
  }

  say(text) { return this.waiting(call("say", { account: this.account, text })); }

  async touch(button) {
    if (!button) return;
    if (!("code" in button.dataset)) { await this.say(button.dataset.say); return; }
    const issued = await call("code", { account: this.account });
    if (issued) await this.say(`绑定 ${issued.code}`);
  }

  attach(chooser) {
    const [file] = chooser.files;
    if (!file) return;
    const form = new FormData();
    form.append("account", this.account);
    form.append("file", file, file.name);
    chooser.value = "";
    this.waiting(call("attach", form));
  }

  async waiting(answer) {
    this.typing.hidden = false;
    this.talk.append(this.typing);
    this.toEnd();
    await answer;
    this.typing.hidden = true;
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  toEnd() { this.talk.scrollTop = this.talk.scrollHeight; }

  // Shows what is new or changed; returns how many bubbles of the bot are new.
  render(bubbles) {
    let news = 0;
    let last = null;
    const atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 80;
    for (const bubble of bubbles) {
      const print = JSON.stringify(bubble);
      const old = this.shown.get(bubble.number);
      if (!old) {
        this.talk.querySelector(".hint")?.remove();
        if (!last || bubble.minute - last.minute >= SILENCE_MINUTES) this.add(node("div", { className: "when" }, bubble.at));
        this.shown.set(bubble.number, { print, item: this.add(this.bubble(bubble)) });
        if (bubble.way !== "said") news += 1;
      } else if (old.print !== print) {
        const item = this.bubble(bubble);
        old.item.replaceWith(item);
        this.shown.set(bubble.number, { print, item });
      }
      last = bubble;
    }
    if (news || atEnd) this.toEnd();
    return news;
  }

  add(item) {
    if (this.typing.isConnected) this.typing.before(item);
    else this.talk.append(item);
    return item;
  }

  bubble(bubble) {
    const state = bubble.withdrawn ? " withdrawn" : "";
    const tag = bubble.way === "push" ? node("span", { className: "tag" }, "推送") : null;
    const body = bubble.withdrawn ? node("div", { className: "body" }, "这条消息已撤回") : this.body(bubble);
    return node("div", { className: `bubble ${bubble.way}${state}` }, tag ?? "", body);
  }

  body(bubble) {
    if (bubble.kind === "image") return picture(bubble);
    if (bubble.kind === "textcard" || bubble.kind === "news" || bubble.kind === "link") return textCard(bubble);
    if (bubble.kind === "template_card") return this.buttonCard(bubble);
    if (bubble.media) return download(bubble);
    const label = bubble.kind === "location" ? "位置：" : "";
    const read = bubble.way === "said" ? linked : anchored;
    return node("div", { className: "body" }, ...read(label + bubble.text));
  }

  buttonCard(bubble) {
    const press = (key) => () => this.waiting(call("click", { account: this.account, bubble: bubble.number, key }));
    const buttons = bubble.button
      ? [node("button", { type: "button", disabled: true }, bubble.button)]
      : bubble.buttons.map(({ text, key }) => node("button", { type: "button", onclick: press(key) }, text));
    return node("div", { className: "body card" },
      node("strong", {}, bubble.title), bubble.text, node("div", { className: "buttons" }, ...buttons));
  }
}

function picture(bubble) {
  const address = `/media/${bubble.media}`;
  const image = node("img", { src: address, alt: bubble.name || "图片", loading: "lazy" });
  return node("a", { className: "body picture", href: address, target: "_blank", rel: "noopener" }, image);
}

function download(bubble) {
  const label = { voice: "语音", video: "视频" }[bubble.kind] ?? bubble.name;
  const link = node("a", { href: `/media/${bubble.media}`, download: bubble.name || label }, label);
  return node("div", { className: "body" }, "附件 ", link);
}

function textCard(bubble) {
  const more = node("a", { href: bubble.url, target: "_blank", rel: "noopener noreferrer" }, bubble.button || "查看");
  return node("div", { className: "body card" }, node("strong", {}, bubble.title), bubble.text, bubble.text ? "\n" : "", more);
}

// What the bot writes may hold links with words of their own; what people type is shown as typed.
function anchored(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ANCHOR)) {
    parts.push(...linked(text.slice(end, found.index)));
    parts.push(node("a", { href: found[1], target: "_blank", rel: "noopener noreferrer" }, found[2]));
    end = found.index + found[0].length;
  }
  return [...parts, ...linked(text.slice(end))];
}

function linked(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, found.index));
    parts.push(node("a", { href: found[0], target: "_blank", rel: "noopener noreferrer" }, found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}
