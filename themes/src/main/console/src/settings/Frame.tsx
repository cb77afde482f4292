/** Pixels; as wide as most phones are. */
const PHONE = 375;

/** In place of where its links lead: the sandbox opens nothing. */
const NOWHERE = '<head><base target="_blank">';

/** A whole document as contacts see it. Nothing in it can run, send, or lead elsewhere. */
export const Frame = ({ html, title, phone }: { html: string; title: string; phone: boolean }) => (
  <iframe
    className="client-portal-frame"
    data-testid="preview-frame"
    title={title}
    sandbox=""
    srcDoc={html.replace("<head>", NOWHERE)}
    style={{ width: phone ? PHONE : "100%" }}
  />
);
