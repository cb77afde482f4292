// Sends the files of an upload form one after the other and shows how far each is. Without it the form sends them at once.
for (const form of document.querySelectorAll("form.app-upload")) {
  const words = form.dataset;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".app-sending");
  const outcome = form.querySelector(".app-upload-outcome");
  const waiting = [];
  let sending = false;
  let added = 0;
  let notAdded = 0;

  form.querySelector("button[type=submit]").hidden = true;
  form.querySelector(".app-upload-drop").hidden = false;

  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("app-upload-over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("app-upload-over");
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("app-upload-over");
    take(event.dataTransfer.files);
  });
  addEventListener("beforeunload", (event) => {
    if (sending) event.preventDefault();
  });

  function take(files) {
    if (!sending) {
      added = 0;
      notAdded = 0;
    }
    for (const file of files) {
      const line = new Line(file);
      if (file.size > Number(words.largest)) line.refuse(words.tooLarge);
      else waiting.push(line);
    }
    next();
  }

  function next() {
    if (sending) return;
    const line = waiting.shift();
    if (line) send(line);
    else tell();
  }

  function tell() {
    const told = [];
    if (added) told.push(words.added.replace("#", added));
    if (notAdded) told.push(words.notAdded.replace("#", notAdded));
    outcome.textContent = told.join(" · ");
  }

  function send(line) {
    sending = true;
    outcome.textContent = words.sending.replace("#", () => line.file.name);
    const body = new FormData();
    body.append(input.name, line.file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) line.progress(event.loaded / event.total);
    });
    request.addEventListener("loadend", () => {
      sending = false;
      const page = request.response;
      const kept = page && page.getElementById("document-list");
      const refusal = page && page.querySelector(".app-refusal");
      if (request.status === 200 && kept) {
        added++;
        line.done();
        document.getElementById("document-list").replaceWith(document.adoptNode(kept));
      } else if (refusal) {
        line.refuse(refusal.textContent);
      } else {
        line.fail();
      }
      next();
    });
    request.send(body);
  }

  /** What a person sees of one file until it is there. */
  function Line(file) {
    this.file = file;
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const bar = document.createElement("progress");
    name.className = "app-file-name";
    name.textContent = file.name;
    bar.setAttribute("aria-label", file.name);
    bar.value = 0;
    item.append(name, bar);
    list.append(item);
    list.hidden = false;

    this.progress = (part) => {
      bar.value = part;
    };

    this.done = () => {
      if (item.contains(document.activeElement)) input.focus();
      item.remove();
      list.hidden = list.children.length === 0;
    };

    this.refuse = (why) => {
      notAdded++;
      const reason = document.createElement("p");
      reason.className = "cp-error";
      reason.textContent = why;
      bar.remove();
      item.append(reason);
    };

    /** May be tried again, as nobody said that the file is wrong. */
    this.fail = () => {
      this.refuse(words.failed);
      const retry = document.createElement("button");
      retry.type = "button";
      retry.className = "cp-button cp-button-secondary";
      retry.textContent = words.retry;
      retry.addEventListener("click", () => {
        this.done();
        take([file]);
      });
      item.append(retry);
    };
  }
}
