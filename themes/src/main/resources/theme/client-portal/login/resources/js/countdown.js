// Counts a visible wait down. A screen reader hears the whole sentence every 15 seconds and when the wait is over, not
// every second. The clock is the computer's, so that a page which slept in the background is right when it wakes up.
const ANNOUNCE_EVERY = 15;

for (const wait of document.querySelectorAll("[data-countdown]")) {
  const until = Date.now() + Number(wait.dataset.countdown) * 1000;
  const text = wait.querySelector("[data-text]");
  const seconds = wait.querySelector("[data-seconds]");
  const buttons = document.querySelectorAll(`[data-waits-for="${wait.id}"]`);

  const live = document.createElement("p");
  live.className = "cp-visually-hidden";
  live.setAttribute("aria-live", "polite");
  wait.after(live);

  buttons.forEach((button) => (button.disabled = true));

  const tick = () => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (left === 0) {
      clearInterval(timer);
      text.textContent = wait.dataset.done;
      live.textContent = wait.dataset.done;
      wait.classList.add("cp-wait-over");
      buttons.forEach((button) => {
        button.disabled = false;
        button.removeAttribute("aria-describedby");
      });
      return;
    }
    if (seconds) {
      seconds.textContent = String(left);
    }
    if (left % ANNOUNCE_EVERY === 0) {
      live.textContent = text.textContent;
    }
  };

  const timer = setInterval(tick, 1000);
}
