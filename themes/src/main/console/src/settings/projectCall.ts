/** Stands for the connectors where nobody says where they are. */
const SOMEWHERE = "https://connectors.example";

/** The call by which a client makes a project, for a shell; the client's secret stays out of it. */
export function projectCall(realm: string, clientId: string, connectorsUrl = SOMEWHERE): string {
  const order = "order-4711";
  const project = {
    externalId: order,
    name: "Annual report",
    company: { externalId: "customer-17", name: "Fjord Foods" },
    contacts: [{ email: "liis@fjord.example", firstName: "Liis", lastName: "Lind" }],
    tasks: [{ title: "Send the bank statements", kind: "UPLOAD" }],
  };
  return [
    `curl -u ${quoted(`${clientId}:`)}"$SECRET" ${quoted(`${connectorsUrl}/v1/${encodeURIComponent(realm)}/projects`)}`,
    "-H 'Content-Type: application/json'",
    `-H 'Idempotency-Key: ${order}'`,
    `-d ${quoted(JSON.stringify(project, null, 2))}`,
  ].join(" \\\n  ");
}

/** One word of a shell's, whatever is in it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
