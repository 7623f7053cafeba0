"use strict";
// The page keeps no state of its own beyond what is chosen at the top: everything shown comes from /control.
const $ = id => document.getElementById(id);
const chosen = { platform: "zalo", citizen: "chi-lan" };
const messages = new Map();
let state = null;
let live = null;
let lastShown = null;   // id of the newest message on the screen

async function call(method, path, body) {
  const options = { method, headers: { "Content-Type": "application/json" } };
  if (method !== "GET" && method !== "DELETE") options.body = JSON.stringify(body ?? {});
  const response = await fetch("/control" + path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? "Lỗi " + response.status);
  return answer;
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

function tell(text, bad) {
  $("status").textContent = text;
  $("status").classList.toggle("bad", Boolean(bad));
}

async function act(name, more) {
  try {
    const delivery = await call("POST", `/${chosen.platform}/act`, { citizen: chosen.citizen, act: name, ...more });
    report(delivery);
  } catch (problem) {
    tell(problem.message, true);
  }
  refresh();
}

function report(delivery) {
  const texts = {
    Acknowledged: "Máy chủ đã nhận.",
    Held: "Đang giữ lại, chưa gửi đi.",
    NotSent: delivery.messageId ? "Nền tảng không gửi: chưa có địa chỉ, đã tắt hoặc bị lọc." : "",
    Failed: `Máy chủ chưa nhận (${delivery.status ?? "không trả lời"}); nền tảng sẽ thử lại.`,
  };
  tell(texts[delivery.outcome] ?? "", delivery.outcome === "Failed" || (delivery.outcome === "NotSent" && delivery.messageId));
}

// ---- the conversation ----

function linkified(text) {
  const parts = text.split(/(https?:\/\/[^\s)]+)/g);
  return parts.map((part, i) => i % 2 ? make("a", { href: part, target: "_blank", rel: "noopener" }, part) : part);
}

function button(item, quick) {
  const outside = { OpenLink: /^https?:/i.test(item.target) ? item.target : null, Call: "tel:" + item.target, Sms: "sms:" + item.target }[item.action];
  if (outside) return make("a", { href: outside, target: item.action === "OpenLink" ? "_blank" : null, rel: "noopener", onclick: () => act("tap", { button: item }) },
    item.title);
  return make("button", { type: "button", onclick: () => act(quick ? "quick-reply" : "tap", { button: item }) }, item.title);
}

function picture(url, text) {
  if (!url) return make("span", { class: "bubble" }, text ? "Ảnh: " + text : "Ảnh");
  const image = make("img", { class: "picture", src: url, alt: text || "Ảnh", loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(make("span", { class: "bubble" }, text ? "Ảnh: " + text : "Ảnh")));
  return image;
}

function row(element) {
  const inside = [
    element.imageUrl ? make("img", { src: element.imageUrl, alt: "" }) : null,
    make("span", {}, make("strong", {}, element.title), element.subtitle ? make("small", {}, element.subtitle) : null),
  ];
  if (!element.tap) return make("div", {}, ...inside);
  const tap = button(element.tap);
  tap.replaceChildren(...inside.filter(Boolean));
  return tap;
}

function card(element) {
  return make("div", { class: "card" },
    element.imageUrl ? picture(element.imageUrl, element.title) : null,
    make("p", {}, make("strong", {}, element.title)),
    element.subtitle ? make("p", { class: "note" }, element.subtitle) : null,
    make("div", { class: "stack" }, ...(element.tap && element.tap.target ? [button({ ...element.tap, title: "Xem trang" })] : []), ...element.buttons.map(b => button(b))));
}

const names = { sticker: "Nhãn dán", audio: "Ghi âm", file: "Tệp", location: "Vị trí", video: "Phim", gif: "Ảnh động", template: "Tin theo mẫu", request_user_info: "Xin chia sẻ thông tin" };

function content(message) {
  const parts = [];
  if (message.kind === "image" || message.kind === "gif") parts.push(picture(message.mediaUrl, message.text));
  else if (names[message.kind]) parts.push(make("span", { class: "bubble chip" }, names[message.kind] + (message.text ? ": " + message.text : "")));
  if (message.text && (message.kind === "text" || message.kind === "list")) parts.push(make("span", { class: "bubble" }, ...linkified(message.text)));
  if (message.kind === "list") parts.push(make("div", { class: "list" }, ...message.elements.map(row)));
  if (message.kind === "cards") parts.push(make("div", { class: "cards", tabindex: "0", "aria-label": "Các thẻ, cuộn ngang" }, ...message.elements.map(card)));
  if (message.buttons.length) parts.push(make("div", { class: "stack" }, ...message.buttons.map(b => button(b))));
  return parts;
}

function bubble(message) {
  const side = message.from === "Citizen" ? "mine" : message.from === "Official" ? "official" : "theirs";
  const time = new Date(message.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
  const who = { Citizen: "Bạn", Service: "Trả lời tự động", Official: "Cán bộ" }[message.from];
  const hidden = message.isHidden ? " · không hiện trên máy" : "";
  const react = message.from === "Service" ? make("button", {
    type: "button", "aria-label": message.reaction ? "Bỏ cảm xúc" : "Thả tim",
    onclick: () => act("react", { messageId: message.id, text: message.reaction ? "" : chosen.platform === "zalo" ? "/-heart" : "love" }),
  }, message.reaction ? "♥" : "♡") : null;
  return make("div", { class: `msg ${side}${message.kind === "cards" ? " wide" : ""}${message.isHidden ? " unseen-by-phone" : ""}` },
    ...content(message), make("div", { class: "meta" }, `${who} · ${time}${hidden}`, react));
}

function show() {
  const ordered = [...messages.values()].sort((a, b) => a.sequence - b.sequence);
  $("log").replaceChildren(...(ordered.length ? ordered.map(bubble) : [make("p", { class: "empty" }, "Chưa có tin nào. Hãy hỏi một thủ tục, ví dụ: “làm giấy khai sinh cho bé cần giấy tờ gì”.")]));
  const last = ordered.at(-1);
  $("quick").replaceChildren(...(last && last.from !== "Citizen" ? last.quickReplies.map(item => button(item, true)) : []));
  if (last?.id !== lastShown) scrollToNewest();   // a receipt or a heart must not move what is being read; quick replies have made the log shorter by now
  lastShown = last?.id;
}

// To the end, but never past the citizen's last words: a long answer is read from its beginning.
function scrollToNewest() {
  const log = $("log");
  log.scrollTop = log.scrollHeight;
  const asked = [...log.querySelectorAll(".mine")].at(-1);
  if (asked) log.scrollTop = Math.min(log.scrollTop, asked.offsetTop - log.offsetTop - 8);
}

async function open() {
  live?.close();
  messages.clear();
  lastShown = null;
  $("log").replaceChildren();   // nobody may read the talk of one channel under the name of the other
  const query = `platform=${chosen.platform}&citizen=${encodeURIComponent(chosen.citizen)}`;
  live = new EventSource("/control/live?" + query);
  live.addEventListener("message", event => {
    const message = JSON.parse(event.data);
    messages.set(message.id, message);
    show();
  });
  live.addEventListener("open", load);
  await load();
}

async function load() {
  const asked = live;
  const talk = await call("GET", `/${chosen.platform}/conversations/${encodeURIComponent(chosen.citizen)}`);
  if (asked !== live) return;   // somebody else's talk was chosen meanwhile
  for (const message of talk.messages) messages.set(message.id, message);
  show();
}

// ---- the panel ----

function fill(select, options, value) {
  select.replaceChildren(...options.map(([key, name]) => make("option", { value: key }, name)));
  if (value != null) select.value = value;
}

function menuOf(account) {
  const menus = account.profile?.persistent_menu;
  const menu = menus?.find(m => m.locale === "vi_VN") ?? menus?.[0];
  return (menu?.call_to_actions ?? []).map(item => ({
    title: item.title, action: item.type === "web_url" ? "OpenLink" : "Reply", target: item.url ?? item.payload,
  }));
}

async function refresh() {
  state = await call("GET", "/state");
  const side = state[chosen.platform];
  const account = side.accounts[0];
  $("account-name").textContent = account.name;
  $("account-kind").textContent = chosen.platform === "zalo" ? "Official Account trên Zalo" : "Trang Facebook, Messenger";
  fill($("citizen"), state.citizens.filter(c => !c.key.startsWith("tai-")).map(c => [c.key, c.name]), chosen.citizen);
  $("standing").value = state.citizens.find(c => c.key === chosen.citizen)?.standing ?? "Normal";
  if ($("sample").dataset.of !== chosen.platform) {
    fill($("sample"), side.samples.map(s => [s, s]));
    $("sample").dataset.of = chosen.platform;
  }
  $("planned").textContent = side.faults.length ? "Đang chờ: " + side.faults.join("; ") : "Không có sự cố nào đang chờ.";
  $("clock").textContent = new Date(state.now).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" }) + (state.frozen ? " (đứng yên)" : "");
  $("target").textContent = side.disabled ? "Webhook đã bị nền tảng tắt." : side.target ?? "Chưa có địa chỉ nhận tin.";
  $("target").classList.toggle("bad", side.disabled || !side.target);
  const menu = chosen.platform === "facebook" ? menuOf(account) : [];
  $("open-menu").hidden = menu.length === 0;
  $("menu").replaceChildren(...menu.map(item => button(item)));
  await journal();
}

async function journal() {
  const entries = (await call("GET", "/journal")).slice(-25).reverse();
  const lines = entries.map(e => {
    const what = e.kind === "Notice" ? "! " + e.detail : e.kind === "Call" ? `→ ${e.target}` : `← webhook ${e.platform}`;
    return make("li", { class: e.kind === "Notice" || e.status !== 200 ? "bad" : null }, `${what} ${e.status ?? e.detail}`);
  });
  $("journal").replaceChildren(...(lines.length ? lines : [make("li", {}, "Chưa có gì.")]));
}

async function lever(action) {
  try {
    await action();
  } catch (problem) {
    tell(problem.message, true);
  }
  await refresh();
}

function toggle(opener, target) {
  const shown = $(target).hidden;
  $(target).hidden = !shown;
  $(opener).setAttribute("aria-expanded", String(shown));
}

function choosePlatform(platform) {
  chosen.platform = platform;
  document.body.dataset.platform = platform;
  for (const item of document.querySelectorAll(".switch button")) item.setAttribute("aria-pressed", String(item.dataset.platform === platform));
  $("menu").hidden = true;
  tell("");
  open();
  refresh();
}

function slug(name) {
  const plain = name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "nguoi-" + Date.now();
}

for (const item of document.querySelectorAll(".switch button")) item.addEventListener("click", () => choosePlatform(item.dataset.platform));
for (const item of document.querySelectorAll("[data-act]"))
  item.addEventListener("click", () => act(item.dataset.act, { text: { file: "to-khai.docx", location: "Chỗ tôi đang đứng" }[item.dataset.act] ?? "" }));
for (const item of document.querySelectorAll("[data-advance]"))
  item.addEventListener("click", () => lever(() => call("POST", "/clock/advance", { seconds: Number(item.dataset.advance) })));
$("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  act("text", { text });
});
$("official").addEventListener("submit", event => {
  event.preventDefault();
  const text = $("official-text").value.trim();
  if (text) act("official", { text });
  $("official-text").value = "";
});
$("faults").addEventListener("submit", event => {
  event.preventDefault();
  const kind = $("fault").value;
  lever(() => call("POST", `/${chosen.platform}/faults`, { kind, times: Number($("times").value), scope: "Send" }));
});
$("samples").addEventListener("submit", event => {
  event.preventDefault();
  lever(async () => report(await call("POST", `/${chosen.platform}/sample`, { citizen: chosen.citizen, act: $("sample").value })));
});
$("clear-faults").addEventListener("click", () => lever(() => call("DELETE", `/${chosen.platform}/faults`)));
$("hold").addEventListener("click", () => lever(() => call("POST", `/${chosen.platform}/hold`)));
$("release").addEventListener("click", () => lever(() => call("POST", `/${chosen.platform}/release`, { reversed: true })));
$("enable").addEventListener("click", () => lever(() => call("POST", "/zalo/console/enable")));
$("duplicate").addEventListener("click", () => {
  const on = $("duplicate").getAttribute("aria-pressed") !== "true";
  $("duplicate").setAttribute("aria-pressed", String(on));
  lever(() => call("PUT", `/${chosen.platform}/settings`, { duplicateProbability: on ? 1 : 0 }));
});
$("standing").addEventListener("change", () => lever(() => call("PUT", `/citizens/${chosen.citizen}`, { standing: $("standing").value })));
$("citizen").addEventListener("change", () => {
  chosen.citizen = $("citizen").value;
  tell("");
  open();
  refresh();
});
$("add-citizen").addEventListener("click", () => $("new-citizen").showModal());
$("new-citizen").addEventListener("close", () => {
  const name = $("new-name").value.trim();
  $("new-name").value = "";
  if ($("new-citizen").returnValue !== "add" || !name) return;
  chosen.citizen = slug(name);
  lever(async () => {
    await call("PUT", `/citizens/${chosen.citizen}`, { name });
    await open();
  });
});
$("open-tray").addEventListener("click", () => toggle("open-tray", "tray"));
$("open-menu").addEventListener("click", () => toggle("open-menu", "menu"));
$("open-panel").addEventListener("click", () => {
  const shown = document.body.classList.toggle("panel-open");
  $("open-panel").setAttribute("aria-expanded", String(shown));
  $("open-panel").textContent = shown ? "Về chat" : "Thủ thuật";
});

const hash = new URLSearchParams(location.hash.slice(1));   // #platform=facebook&citizen=bac-tu opens that conversation
if (hash.get("citizen")) chosen.citizen = hash.get("citizen");
choosePlatform(hash.get("platform") === "facebook" ? "facebook" : "zalo");
setInterval(() => { if (!document.hidden) refresh(); }, 5000);
