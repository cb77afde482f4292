/** Milliseconds. */
const PATIENCE = 10_000;

/**
 * The portal's first page, as the portal app makes it. It is told no more than a brand that Keycloak signed: where it is, is
 * set in a client of the realm, and nobody's token is to go there.
 *
 * @param staffArea where the portal app's staff area begins
 * @returns a whole document; undefined where no portal app answers
 */
export async function portalHome(staffArea: string, sample: string, language: string): Promise<string | undefined> {
  try {
    const answer = await fetch(new URL("../api/preview/home", staffArea), {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "Accept-Language": language },
      body: sample,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok ? ((await answer.json()) as { html?: string }).html : undefined;
  } catch {
    return undefined;
  }
}
