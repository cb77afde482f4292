// Keeps what somebody writes, in this tab alone, until it was sent: a door may close or a login end meanwhile.
const form = document.querySelector("form[data-draft]");
if (form) {
  const { id, text } = form.elements;
  const key = `draft ${location.pathname} ${form.dataset.draft}`;
  const kept = JSON.parse(sessionStorage.getItem(key));
  if (kept && document.querySelector(`[data-id="${CSS.escape(kept.id)}"]`)) {
    sessionStorage.removeItem(key);
  } else if (kept && text.value === "") {
    id.value = kept.id;
    text.value = kept.text;
  }
  text.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify({ id: id.value, text: text.value }));
  });
}
