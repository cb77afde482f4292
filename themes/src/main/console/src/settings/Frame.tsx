/** Pixels; as wide as most phones are. */
const PHONE = 375;

/** A whole document as contacts see it. Nothing in it can run, send, or leave the frame. */
export const Frame = ({ html, title, phone }: { html: string; title: string; phone: boolean }) => (
  <iframe
    className="client-portal-frame"
    data-testid="preview-frame"
    title={title}
    sandbox=""
    srcDoc={html}
    style={{ width: phone ? PHONE : "100%" }}
  />
);
