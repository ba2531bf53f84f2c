// What the page asks of the demo's server; a failure is shown and answers null.

import { notice } from "./dom.js";

const base = `/scenes/${document.body.dataset.scene}`;

export async function call(act, content) {
  const isForm = content instanceof FormData;
  const headers = { "X-Kaohe": "demo", ...(isForm ? {} : { "Content-Type": "application/json" }) };
  const body = isForm ? content : JSON.stringify(content ?? {});
  try {
    const answer = await fetch(`${base}/${act}`, { method: "POST", headers, body });
    const read = await answer.json();
    if (read.problem) notice(read.problem);
    return answer.ok ? read : null;
  } catch {
    notice("演示程序没有回应，请看看它是否还在运行。");
    return null;
  }
}

export function follow(render) {
  const source = new EventSource(`${base}/events`);
  source.onmessage = (event) => render(JSON.parse(event.data));
  source.onerror = () => notice("与演示程序的连接断了，正在重连……");
}
