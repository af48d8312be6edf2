// MAX_QUESTION is set by the page before this script.
// A reference opens and focuses what it names; the address bar, and with it the conversation, stays.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-jump]");
  if (!link) return;
  event.preventDefault();
  const target = document.getElementById(link.dataset.jump);
  const folded = target.closest("details");
  if (folded) folded.open = true;
  (target.querySelector("textarea") ?? target).focus();
  target.scrollIntoView({ block: "nearest" });
});

// After a question is sent or stopped, or a conversation begun anew, one goes on typing; a phone's keyboard is not called up for it.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-ask], #fresh, #send, #stop") && matchMedia("(pointer: fine)").matches)
    document.querySelector("#question textarea").focus({ preventScroll: true });
});

// What is being typed outlives a reload; Gradio reloads the page by itself when a lost server is back.
addEventListener("pagehide", () => sessionStorage.setItem("yiyang-draft", document.querySelector("#question textarea")?.value ?? ""));
new MutationObserver((_, waiting) => {
  const box = document.querySelector("#question textarea");
  if (!box) return;
  waiting.disconnect();
  box.value ||= sessionStorage.getItem("yiyang-draft") ?? "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
}).observe(document, { childList: true, subtree: true });

// A question that grows too long is told at once, not when it is sent.
document.addEventListener("input", (event) => {
  if (!event.target.closest("#question")) return;
  const length = [...event.target.value.trim()].length;
  document.getElementById("question").dataset.over = length > MAX_QUESTION ? `${length} / ${MAX_QUESTION}` : "";
});

// A question sent while an answer is being written is asked after it; nothing sent twice in haste asks nothing.
for (const [type, target] of [["keydown", "#question"], ["click", "#send"]])
  document.addEventListener(type, (event) => {
    if (!event.target.closest(target) || (type === "keydown" && event.key !== "Enter")) return;
    const busy = document.querySelector("#live [aria-busy=true]");
    if (busy && !document.querySelector("#question textarea").value.trim()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

// The latest question is at the top of the view when the page is found again, and while its answer is being written.
let following = null, found = false;
new MutationObserver(() => {
  const log = document.querySelector("#live [role=log]");
  const latest = log?.querySelector(".exchange");
  const busy = log?.getAttribute("aria-busy") === "true";
  if (latest && (busy || following === latest.id || !found)) latest.scrollIntoView({ block: "start" });
  following = busy && latest ? latest.id : null;
  found ||= Boolean(latest);
}).observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ["id", "aria-busy"] });

// The few messages that Gradio has in English only.
const IN_CHINESE = {
  "Error": "出错了",
  "Connection Lost": "连接已断开",
  "Connection to the server was lost. Attempting reconnection...": "与服务器的连接断了，正在重新连接。您的问题还在提问框里，连上后请再发送。",
};
new MutationObserver(() => {
  for (const part of document.querySelectorAll(".toast-wrap *"))
    if (!part.children.length && IN_CHINESE[part.textContent.trim()]) part.textContent = IN_CHINESE[part.textContent.trim()];
}).observe(document, { childList: true, subtree: true });
