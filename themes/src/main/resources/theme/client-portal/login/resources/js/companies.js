// Narrows the list of companies while the contact types, and lets Enter choose the only one left.
const field = document.getElementById("company-search");

if (field) {
  const buttons = [...document.querySelectorAll("#company-list button")];
  const none = document.getElementById("company-none");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

  field.closest("[data-search]").hidden = false;
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    buttons.forEach((button) => {
      button.parentElement.hidden = !plain(button.dataset.name).includes(wanted);
    });
    none.textContent = shown().length === 0 ? none.dataset.none : "";
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") {
      return;
    }
    event.preventDefault();
    if (shown().length === 1) {
      shown()[0].click();
    }
  });

  function shown() {
    return buttons.filter((button) => !button.parentElement.hidden);
  }
}
