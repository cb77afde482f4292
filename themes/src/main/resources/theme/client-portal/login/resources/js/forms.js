// One press is one submission, also for those who double-click. A page that comes
// back from the browser's cache starts anew.
const sent = new Set();

document.addEventListener("submit", (event) => {
  if (sent.has(event.target)) {
    event.preventDefault();
    return;
  }
  sent.add(event.target);
  event.submitter?.setAttribute("aria-disabled", "true");
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-once-link]");
  if (!link) {
    return;
  }
  if (link.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  link.classList.add(...(link.dataset.disabledClass ?? "").split(/\s+/).filter(Boolean));
  link.setAttribute("aria-disabled", "true");
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    sent.clear();
    document.querySelectorAll("[aria-disabled]").forEach((pressed) => pressed.removeAttribute("aria-disabled"));
  }
});
