/* The page to paste into: it sends texts and files to the server beside it, shows what comes back, and keeps
   nothing. What is shown was made there, escaped; here no text becomes markup. */
(() => {
  "use strict";

  const form = document.getElementById("form");
  const work = document.getElementById("work");
  const problem = document.getElementById("problem");
  const result = document.getElementById("result");
  const shown = result.querySelector(".shown");
  const boxes = [...form.querySelectorAll(".box")];
  const accounts = boxes.filter((box) => box.dataset.siglum);
  const statements = boxes.find((box) => !box.dataset.siglum);
  const largest = Number(form.dataset.largest);
  const encoder = new TextEncoder();
  const files = new Map();
  let answer = null;
  let stopping = null;
  let ticking = 0;

  const megabytes = (bytes) =>
    bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0)} MB`;
  const area = (box) => box.querySelector("textarea");
  const isFull = (box) => files.has(box) || area(box).value.trim() !== "";

  function tell(line) {
    problem.textContent = line;
    problem.hidden = !line;
    if (line) problem.scrollIntoView({ block: "nearest" });
  }

  /* Files */

  function hold(box, file) {
    if (file.size > largest) {
      tell(`${file.name} is ${megabytes(file.size)} large; a file may have ${megabytes(largest)}: give the text of one account.`);
      return;
    }
    tell("");
    files.set(box, file);
    box.hidden = false;
    box.querySelector(".held-name").textContent = `${file.name}, ${megabytes(file.size)}`;
    box.querySelector(".held").hidden = false;
    box.querySelector(".from-file").hidden = true;
    area(box).hidden = true;
    area(box).value = "";
  }

  function takeOut(box) {
    files.delete(box);
    box.querySelector("input[type=file]").value = "";
    box.querySelector(".held").hidden = true;
    box.querySelector(".from-file").hidden = false;
    area(box).hidden = false;
    area(box).focus();
  }

  /* Several files at once go into this box and the empty ones after it. */
  function take(box, list) {
    const found = [...list];
    if (found.length === 0) return;
    const rest = box === statements ? [] : accounts.filter((one) => one !== box && !isFull(one));
    const places = [box, ...rest];
    if (found.length > places.length) tell(`There are more files than boxes: ${found[places.length].name} was left out.`);
    found.slice(0, places.length).forEach((file, number) => hold(places[number], file));
    offer();
  }

  for (const box of boxes) {
    box.querySelector("input[type=file]").addEventListener("change", (event) => take(box, event.target.files));
    box.querySelector(".take-out").addEventListener("click", () => takeOut(box));
    area(box).addEventListener("paste", (event) => {
      if (event.clipboardData.files.length > 0 && !event.clipboardData.getData("text/plain")) {
        event.preventDefault();
        take(box, event.clipboardData.files);
      }
    });
    area(box).addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        start(box === statements ? "check" : "compare");
      }
    });
  }

  const isFile = (event) => [...event.dataTransfer.types].includes("Files");
  const under = (event) => event.target.closest && event.target.closest(".box");
  const unmark = () => boxes.forEach((box) => box.classList.remove("over"));
  document.addEventListener("dragover", (event) => {
    unmark();
    if (!isFile(event)) return;
    event.preventDefault();
    const box = under(event);
    if (box) box.classList.add("over");
  });
  document.addEventListener("dragleave", unmark);
  document.addEventListener("drop", (event) => {
    unmark();
    if (!isFile(event)) return;
    event.preventDefault(); /* a file dropped beside a box must not take the place of the page */
    const box = under(event) || accounts.find((one) => !one.hidden && !isFull(one)) || accounts[0];
    take(box, event.dataTransfer.files);
  });

  /* Boxes */

  const add = form.querySelector(".add");
  function offer() {
    add.hidden = accounts.every((box) => !box.hidden);
    const against = form.elements.against;
    const there = accounts.filter((box) => !box.hidden).map((box) => box.dataset.siglum);
    for (const siglum of there.slice(against.options.length)) against.add(new Option(`account ${siglum}`, siglum));
  }
  add.addEventListener("click", () => {
    const box = accounts.find((one) => one.hidden);
    box.hidden = false;
    offer();
    area(box).focus();
  });

  /* Work */

  function data(box) {
    return files.get(box) || new Blob([encoder.encode(area(box).value)]);
  }

  function asked(task) {
    const full = accounts.filter(isFull);
    if (task === "compare") {
      if (full.length >= 2) return full;
      const empty = accounts.find((box) => !isFull(box));
      area(empty).focus();
      tell("Give two accounts: paste a text into each box, or drop a file on it.");
      return null;
    }
    if (!isFull(statements)) {
      area(statements).focus();
      tell("Give the statements to check: paste one on each line, or drop a file.");
      return null;
    }
    const wanted = accounts.find((box) => box.dataset.siglum === form.elements.against.value);
    const source = isFull(wanted) ? wanted : full.length === 1 ? full[0] : null;
    if (source) return [statements, source];
    area(wanted).focus();
    tell(`Give the account to check against: account ${wanted.dataset.siglum} is empty.`);
    return null;
  }

  function busy(on) {
    work.hidden = !on;
    for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = on;
    clearInterval(ticking);
    if (!on) return;
    const begun = Date.now();
    const elapsed = work.querySelector(".elapsed");
    const tick = () => (elapsed.textContent = `${Math.round((Date.now() - begun) / 1000)} s`);
    tick();
    ticking = setInterval(tick, 1000);
  }

  async function start(task) {
    if (stopping) return;
    const chosen = asked(task);
    if (!chosen) return;
    tell("");
    result.hidden = true;
    shown.replaceChildren();
    answer = null;
    const blobs = chosen.map(data);
    const large = blobs.findIndex((blob) => blob.size > largest);
    if (large >= 0) {
      tell(`${chosen[large].dataset.title} is ${megabytes(blobs[large].size)} large; a text may have ${megabytes(largest)}.`);
      return;
    }
    const texts = chosen.map((box, number) => ({
      siglum: box.dataset.siglum,
      name: files.has(box) ? files.get(box).name : box.dataset.siglum ? `pasted text ${box.dataset.siglum}` : "statements",
      size: blobs[number].size,
    }));
    const head = encoder.encode(`${JSON.stringify({ task, whole: form.elements.whole.checked, texts })}\n`);
    stopping = new AbortController();
    work.querySelector(".step").textContent = "sending the texts";
    busy(true);
    work.querySelector(".stop").focus();
    try {
      const sent = await fetch("work", { method: "POST", body: new Blob([head, ...blobs]), signal: stopping.signal });
      await listen(sent);
    } catch (error) {
      tell(stopping.signal.aborted ? "Stopped." : "The program that serves this page does not answer: start it again.");
    }
    busy(false);
    stopping = null;
    if (answer) show();
    else if (!problem.hidden) form.querySelector(`button[value=${task}]`).focus();
  }

  async function listen(sent) {
    const decoder = new TextDecoder();
    let parts = [];
    const line = (text) => {
      if (!text.trim()) return;
      const message = JSON.parse(text);
      if (message.step) work.querySelector(".step").textContent = message.step;
      if (message.problem) tell(message.problem);
      if (message.done) answer = message.done;
    };
    if (!sent.body || !(sent.headers.get("content-type") || "").includes("json")) {
      tell("The program that serves this page has refused: load the page again.");
      return;
    }
    const reader = sent.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces = decoder.decode(value, { stream: true }).split("\n");
      while (pieces.length > 1) {
        parts.push(pieces.shift());
        line(parts.join(""));
        parts = [];
      }
      parts.push(pieces[0]);
    }
    line(parts.join(""));
    if (!answer && problem.hidden) tell("The work ended without an answer: try it again.");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start(event.submitter ? event.submitter.value : "compare");
  });
  work.querySelector(".stop").addEventListener("click", () => stopping && stopping.abort());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && stopping) stopping.abort();
  });

  /* The answer */

  function show() {
    const made = new DOMParser().parseFromString(answer.html, "text/html");
    const main = made.querySelector("main");
    for (const element of main.querySelectorAll("script, .to-copy")) element.remove();
    const title = main.querySelector("h1");
    const heading = document.createElement("h2");
    heading.textContent = title.textContent;
    heading.tabIndex = -1;
    title.replaceWith(heading);
    shown.replaceChildren(...[...main.childNodes].map((node) => document.adoptNode(node)));
    for (const name of ["synopsis.js", "comparison.js"]) {
      const script = document.createElement("script");
      script.src = name;
      script.addEventListener("load", () => script.remove());
      document.head.append(script);
    }
    result.querySelector(".copied").textContent = "";
    result.hidden = false;
    heading.focus({ preventScroll: true });
    result.scrollIntoView();
  }

  async function copy() {
    const told = result.querySelector(".copied");
    try {
      await navigator.clipboard.writeText(answer.text);
      told.textContent = "Copied.";
    } catch {
      told.textContent = "The browser does not let this page copy: download it instead.";
    }
  }

  const ENDINGS = { html: ["html", "text/html"], csv: ["csv", "text/csv"], json: ["json", "application/json"], markdown: ["md", "text/markdown"] };
  function download(name) {
    const [ending, kind] = ENDINGS[name];
    /* A byte order mark, without which spreadsheets take the text for another encoding. */
    const text = name === "csv" ? `\ufeff${answer[name]}` : answer[name];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
    link.download = `comparison.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  result.querySelector(".copy").addEventListener("click", copy);
  for (const button of result.querySelectorAll("[data-form]")) {
    button.addEventListener("click", () => download(button.dataset.form));
  }

  /* Files that were named on the command line are in the boxes from the start, and compared. */
  async function begin() {
    const names = [...document.querySelectorAll(".given > li")].map((item) => item.textContent);
    for (const [number, name] of names.entries()) {
      const sent = await fetch(`given/${number}`);
      if (!sent.ok) return tell((await sent.text()).trim());
      hold(accounts[number], new File([await sent.blob()], name));
    }
    offer();
    if (names.length > 1) start("compare");
  }
  begin();
})();
