// The upload page: files are sent one after the other, in pieces; where the server stands is the truth.
"use strict";

(function () {
  const PAUSES = [1000, 2000, 4000, 8000, 15000];
  const SILENCE = 25000;
  const SLICE = 1024 * 1024;
  const PICTURE = /\.(jpe?g|jfif|png|gif|webp|bmp|heic|heif|tiff?)$/i;

  const el = (id) => document.getElementById(id);
  const items = [];
  let limits = null;
  let unfinished = [];
  let sending = false;
  let wake = null;

  class Problem extends Error {
    constructor(answer) {
      super(answer.problem);
      this.answer = answer;
    }
  }

  // --- calls -----------------------------------------------------------------------------------------------------

  // Resolves with {status, answer}; rejects where the connection broke or fell silent.
  function request(method, path, body, onProgress, item) {
    return new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      let timer = 0;
      const alive = () => { clearTimeout(timer); timer = setTimeout(() => xhr.abort(), SILENCE); };
      xhr.open(method, path);
      xhr.setRequestHeader("X-Kaohe", document.body.dataset.seal);
      if (typeof body === "string") xhr.setRequestHeader("Content-Type", "application/json");
      xhr.upload.onprogress = (event) => { alive(); if (onProgress) onProgress(event.loaded); };
      xhr.onload = () => {
        let answer = {};
        try { answer = JSON.parse(xhr.responseText); } catch (_) { answer = {}; }
        resolve({ status: xhr.status, answer });
      };
      xhr.onerror = () => reject(new Error("connection"));
      xhr.onabort = xhr.onerror;
      xhr.onloadend = () => { clearTimeout(timer); if (item) item.xhr = null; };
      if (item) item.xhr = xhr;
      alive();
      xhr.send(body || null);
    });
  }

  // Goes on until the server has said something final; a call may be repeated without harm.
  async function call(method, path, values, item) {
    const body = values ? JSON.stringify(values) : null;
    for (let tries = 0; ; tries += 1) {
      if (item && item.cancelled) throw new Error("cancelled");
      try {
        const { status, answer } = await request(method, path, body, null, item);
        if (item) item.note("");
        if (status < 300) return answer;
        if (status === 401) shut(answer.problem);
        if (answer.problem && status !== 503 && !answer.busy) throw new Problem(answer);
        if (item) item.note(answer.problem || "服务器没有应答，等一下再试……");
      } catch (error) {
        if (error instanceof Problem) throw error;
        if (item && !item.cancelled) item.note("连接断了，正在重新连接……");
      }
      await pause(tries);
    }
  }

  function pause(tries) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PAUSES[Math.min(tries, PAUSES.length - 1)]);
      wake = () => { clearTimeout(timer); resolve(); };
    });
  }

  // --- one file ----------------------------------------------------------------------------------------------------

  class Item {
    constructor(file) {
      this.file = file;
      this.state = "waiting";
      this.id = 0;
      this.offset = 0;
      this.xhr = null;
      this.cancelled = false;
      this.draw();
      const before = unfinished.find((row) => this.is(row));
      if (before) this.resume(before);
      if (file.size > limits.largest) this.fail("超过" + Math.floor(limits.largest / 1048576) + "MB，没有上传。可以压缩或拆开再传。");
      else if (!file.size) this.fail("这是空文件（0字节），没有上传。");
    }

    is(row) {
      // The server may have had to clean the name; time and size are the file's own.
      return row.size === this.file.size && row.modified === String(this.file.lastModified);
    }

    draw() {
      this.place = el("place").cloneNode(true);
      this.place.removeAttribute("id");
      this.place.setAttribute("aria-label", "归到");
      this.place.value = el("place").value;
      this.caption = node("input", { type: "text", maxLength: 500, className: "caption" });
      this.caption.placeholder = PICTURE.test(this.file.name) ? "说明：时间、地点、内容（图片必填）" : "说明（可以不填）";
      this.caption.setAttribute("aria-label", "说明");
      this.bar = node("progress", { max: this.file.size || 1, value: 0 });
      this.bar.setAttribute("aria-label", "进度");
      this.status = node("p", { className: "status" });
      this.problem = node("p", { className: "wrong" });
      this.drop = node("button", { type: "button", className: "drop", textContent: "取消", onclick: () => this.cancel() });
      const head = node("div", { className: "head" });
      head.append(node("b", { textContent: this.file.name }), node("small", { textContent: sized(this.file.size) }), this.drop);
      this.element = node("li", {});
      this.element.append(head, this.place, this.caption, this.bar, this.status, this.problem);
      this.caption.addEventListener("input", summarise);
      el("files").append(this.element);
    }

    resume(row) {
      this.place.value = row.place;
      if (this.place.selectedIndex < 0) this.place.value = el("place").value;
      this.caption.value = row.caption;
      this.show(row.offset);
      this.note("上次传到" + this.percent() + "，接着传");
    }

    set(state) {
      this.state = state;
      this.element.className = state;
      const fixed = state !== "waiting" && state !== "mend";
      this.place.disabled = fixed;
      this.caption.disabled = fixed;
      this.drop.hidden = state === "done" || state === "checking";
      this.drop.textContent = state === "failed" ? "移除" : "取消";
      summarise();
    }

    note(text) { this.status.textContent = text || (this.state === "sending" ? this.percent() : ""); }

    percent() { return Math.floor((this.offset * 100) / this.file.size) + "%"; }

    show(offset) {
      this.offset = Math.min(offset, this.file.size);
      this.bar.value = this.offset;
      if (this.state === "sending") this.status.textContent = this.percent();
    }

    fail(text, state) {
      this.set(state || "failed");
      this.status.textContent = "";
      this.problem.textContent = text;
    }

    async send() {
      this.problem.textContent = "";
      if (PICTURE.test(this.file.name) && this.place.value && !this.caption.value.trim()) {
        this.fail("图片要写一句说明（时间、地点、内容）。", "mend");
        return;
      }
      this.set("sending");
      try {
        await this.begin();
        if (await this.transfer()) await this.finish();
      } catch (error) {
        if (this.cancelled) return;
        if (!(error instanceof Problem)) { this.fail("读不出这个文件，请重新选择。"); return; }
        // What the server still keeps open can be mended here and sent again.
        this.fail(error.message, error.answer.state === "open" || !error.answer.state && this.id ? "mend" : "failed");
      }
    }

    async begin() {
      const { name, size, lastModified } = this.file;
      const begun = await call("POST", "/upload/files", { name, size, modified: String(lastModified) }, this);
      this.id = begun.id;
      this.show(begun.offset);
    }

    // Sends what the server has not; true when all of it is there.
    async transfer() {
      for (let tries = 0; this.offset < this.file.size;) {
        if (this.cancelled) return false;
        const from = this.offset;
        const piece = this.file.slice(from, from + limits.chunk);
        try {
          const { status, answer } = await request("PUT", "/upload/files/" + this.id + "?offset=" + from, piece,
            (sent) => this.show(Math.max(this.offset, from + Math.min(sent, piece.size))), this);
          if (status === 401) shut(answer.problem);
          if (status === 401 || status === 422 || status === 507) throw new Problem(answer);
          if (status < 300 || (status === 409 && !answer.busy)) { this.show(answer.offset); tries = 0; continue; }
          this.show(from);
          this.note(answer.problem || "服务器没有应答，等一下再试……");
        } catch (error) {
          if (error instanceof Problem || this.cancelled) throw error;
          this.note("连接断了，正在重新连接……");
        }
        await pause(tries);
        tries += 1;
        this.show((await call("GET", "/upload/files/" + this.id, null, this)).offset);
      }
      return true;
    }

    async finish() {
      this.set("checking");
      this.note("正在核对……");
      const values = { sha256: await fingerprint(this.file), place: this.place.value, caption: this.caption.value };
      try {
        await call("POST", "/upload/files/" + this.id + "/finish", values, this);
      } catch (error) {
        if (!(error instanceof Problem) || error.answer.offset === undefined) throw error;
        this.note(error.message);
        this.set("sending");
        this.show(error.answer.offset);
        if (await this.transfer()) await this.finish();
        return;
      }
      this.show(this.file.size);
      this.set("done");
      this.note("已保存");
    }

    async cancel() {
      this.cancelled = true;
      if (this.xhr) this.xhr.abort();
      items.splice(items.indexOf(this), 1);
      this.element.remove();
      summarise();
      if (this.id && this.state !== "failed") await call("DELETE", "/upload/files/" + this.id);
    }
  }

  async function fingerprint(file) {
    const found = new Sha256();
    for (let at = 0; at < file.size; at += SLICE) found.add(await bytes(file.slice(at, at + SLICE)));
    return found.hex();
  }

  function bytes(blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(new Uint8Array(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsArrayBuffer(blob);
    });
  }

  // --- the page ------------------------------------------------------------------------------------------------------

  function node(name, values) { return Object.assign(document.createElement(name), values); }

  function sized(size) {
    return size < 1048576 ? Math.ceil(size / 1024) + "KB" : (size / 1048576).toFixed(1) + "MB";
  }

  function waiting() { return items.filter((item) => item.state === "waiting" || item.state === "mend"); }

  function summarise() {
    const done = items.filter((item) => item.state === "done").length;
    const failed = items.filter((item) => item.state === "failed").length;
    const ready = waiting().length;
    const parts = [];
    if (done) parts.push("已保存" + done + "个");
    if (sending) parts.push("正在上传");
    if (failed) parts.push(failed + "个没有传");
    el("bar").hidden = !items.length;
    el("summary").textContent = parts.join("，") + (done && !sending && !ready ? "，聊天里会收到回执" : "");
    el("send").disabled = sending || !ready;
    el("send").textContent = ready ? "上传" + ready + "个文件" : "上传";
    drawUnfinished();
  }

  function drawUnfinished() {
    const rows = unfinished.filter((row) => !items.some((item) => item.is(row)));
    const list = el("left").querySelector("ul");
    el("left").hidden = !rows.length;
    list.textContent = "";
    for (const row of rows) {
      const line = node("li", {});
      const drop = node("button", { type: "button", className: "drop", textContent: "不要了" });
      drop.addEventListener("click", async () => {
        unfinished = unfinished.filter((other) => other.id !== row.id);
        drawUnfinished();
        await call("DELETE", "/upload/files/" + row.id);
      });
      line.append(node("b", { textContent: row.name }), node("small", { textContent: Math.floor((row.offset * 100) / row.size) + "%" }), drop);
      list.append(line);
    }
  }

  async function sendAll() {
    sending = true;
    for (let left = waiting(); left.length && !el("chooser").disabled; left = waiting().filter((item) => item.state === "waiting")) {
      summarise();
      for (const item of left) if (!item.cancelled) await item.send();
    }
    sending = false;
    summarise();
  }

  function choose() {
    for (const file of el("chooser").files) {
      const same = items.some((item) => item.state !== "failed" && item.file.name === file.name
        && item.file.size === file.size && item.file.lastModified === file.lastModified);
      if (!same) items.push(new Item(file));
    }
    el("chooser").value = "";
    summarise();
  }

  // The link is no longer good: nothing more can be done on this page.
  function shut(text) {
    el("problem").textContent = text;
    el("chooser").disabled = true;
  }

  async function begin() {
    el("app").hidden = false;
    try {
      limits = await call("GET", "/upload/state");
    } catch (error) {
      shut(error.message);
      return;
    }
    unfinished = limits.unfinished;
    drawUnfinished();
    el("chooser").addEventListener("change", choose);
    el("send").addEventListener("click", sendAll);
    el("place").addEventListener("change", () => {
      for (const item of items) if (!item.place.disabled) item.place.value = el("place").value;
    });
    window.addEventListener("online", () => { if (wake) wake(); });
    window.addEventListener("beforeunload", (event) => {
      if (sending) { event.preventDefault(); event.returnValue = ""; }
    });
  }

  begin();
})();
