// Shows a code as "123 456" and lets it be pasted from any text around it. Nothing is sent before the button is pressed.
const LENGTH = 6;

const digits = (text) => text.normalize("NFKC").replace(/\D/g, "").slice(0, LENGTH);
const grouped = (code) => (code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code);

for (const field of document.querySelectorAll("input[data-code]")) {
  field.addEventListener("paste", (event) => {
    const code = digits(event.clipboardData.getData("text"));
    if (code) {
      event.preventDefault();
      field.value = grouped(code);
    }
  });

  field.addEventListener("input", (event) => {
    const atEnd = field.selectionEnd === field.value.length;
    if (atEnd && !event.inputType?.startsWith("delete")) {
      field.value = grouped(digits(field.value));
    }
  });
}
