// The page of a mailed link. Once somebody really sees it, the firm is told that it was opened, and where the firm chose
// so, the button presses itself. Neither happens in a page that a browser only prepares in the background.
const form = document.querySelector("form#client-portal-open");

const seen = () => document.visibilityState === "visible" && !document.prerendering;

function whenSeen(action) {
  if (seen()) {
    action();
    return;
  }
  const check = () => {
    if (seen()) {
      document.removeEventListener("visibilitychange", check);
      document.removeEventListener("prerenderingchange", check);
      action();
    }
  };
  document.addEventListener("visibilitychange", check);
  document.addEventListener("prerenderingchange", check);
}

async function tellOpened() {
  const { openedUrl } = form.dataset;
  if (openedUrl) {
    const body = new URLSearchParams({ csrf: form.querySelector("input[name=csrf]").value });
    await fetch(openedUrl, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
  }
}

function press() {
  const { autoPress } = form.dataset;
  if (autoPress) {
    const status = document.createElement("p");
    status.className = "cp-hint";
    status.setAttribute("role", "status");
    form.append(status);
    status.textContent = autoPress;
    form.requestSubmit();
  }
}

if (form) {
  whenSeen(() => {
    tellOpened();
    press();
  });
}
