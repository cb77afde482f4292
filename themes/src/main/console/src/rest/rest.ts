import type { components as OfConnectors } from "./connectors";
import type { components } from "./schema";

type Schemas = components["schemas"];
type ConnectorSchemas = OfConnectors["schemas"];
export type BulkCompany = Schemas["BulkCompany"];
export type BulkResult = Schemas["BulkResult"];
export type Connectors = Schemas["Connectors"];
export type Closing = Schemas["Closing"];
export type Company = Schemas["Company"];
export type Contact = Schemas["Contact"];
export type Diagnosis = Schemas["Diagnosis"];
export type Difference = Schemas["Difference"];
export type DifferenceAction = Schemas["DifferenceAction"];
export type DomainCheck = Schemas["DomainCheck"];
export type Finding = Schemas["Finding"];
export type Firm = Schemas["Firm"];
export type FailedMails = Schemas["FailedMails"];
export type FirmText = Schemas["FirmText"];
export type HomeSample = Schemas["HomeSample"];
export type Invitation = Schemas["Invitation"];
export type InvitationOfContact = Schemas["InvitationOfContact"];
export type Limit = Schemas["Limit"];
export type LoginPreview = Schemas["LoginPreview"];
export type LoginSample = Schemas["LoginSample"];
export type Mail = Schemas["Mail"];
export type MailPreview = Schemas["MailPreview"];
export type MailSample = Schemas["MailSample"];
export type Opening = Schemas["Opening"];
export type OpeningRow = Schemas["OpeningRow"];
export type Punctuality = Schemas["Punctuality"];
export type PunctualityDay = Schemas["PunctualityDay"];
export type WaitingMails = Schemas["WaitingMails"];
export type NewContact = Schemas["NewContact"];
export type ContactRight = Schemas["ContactRight"];
export type FirmRecord = Schemas["Record"];
export type Resolved = Schemas["Resolved"];
export type ErrorRows = ConnectorSchemas["ErrorRows"];
export type Import = ConnectorSchemas["Import"];
export type ImportPlan = ConnectorSchemas["ImportPlan"];
export type ProjectResult = ConnectorSchemas["Result"];
export type Problem = Schemas["Problem"];

export type Page<T> = { items?: T[]; next?: string };
export type Query = Record<string, string | undefined>;

/** A refusal, or an answer that was none. */
export class Refusal extends Error {
  /**
   * @param problem what the server said of it; nothing when it was not reached or is no server of ours
   * @param trace the id by which the request is found in the server's log and traces
   */
  constructor(
    readonly problem: Partial<Problem>,
    readonly trace: string,
  ) {
    super(problem.title ?? "No answer");
  }
}

/** Staff REST of one firm, or its connectors'. Every request is the beginning of a trace (W3C Trace Context). */
export class Rest {
  constructor(
    private readonly realmUrl: string,
    private readonly token: () => Promise<string | undefined>,
    private readonly portalUrl = `${realmUrl}/client-portal`,
  ) {}

  /** Something else that knows the admin by the same token. */
  at(url: string): Rest {
    return new Rest(this.realmUrl, this.token, url);
  }

  /** @param path below the realm's address in Keycloak's own REST; empty for the realm itself */
  async keycloak<T>(path: string, method: "GET" | "PUT" | "DELETE" = "GET", body?: object): Promise<T> {
    return (await this.read(method, path ? `${this.realmUrl}/${path}` : this.realmUrl, body)) as T;
  }

  async get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.read("GET", this.portal(path, query))) as T;
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    return (await this.read("POST", this.portal(path), body)) as T;
  }

  async put<T>(path: string, body: object): Promise<T> {
    return (await this.read("PUT", this.portal(path), body)) as T;
  }

  async picture(path: string): Promise<Blob> {
    return (await this.read("GET", this.portal(path))) as Blob;
  }

  /**
   * Sends a CSV file. By XMLHttpRequest, as fetch does not say how much of it has left.
   *
   * @param sent is told the part that has left, from 0 to 1
   * @param signal ends it
   */
  async upload<T>(path: string, query: Query, file: File, sent: (part: number) => void, signal: AbortSignal): Promise<T> {
    const { headers, trace } = await this.head();
    return await new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.portal(path, query));
      Object.entries({ ...headers, "Content-Type": "text/csv" }).forEach(([name, value]) =>
        request.setRequestHeader(name, value),
      );
      request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 1);
      request.onload = () => {
        const answer = parsed(request.responseText);
        if (request.status < 300 && answer) resolve(answer as T);
        else reject(new Refusal({ ...(answer as Partial<Problem>), status: request.status }, trace));
      };
      request.onerror = () => reject(new Refusal({}, trace));
      signal.addEventListener("abort", () => request.abort());
      request.send(file);
    });
  }

  async delete(path: string): Promise<void> {
    await this.read("DELETE", this.portal(path));
  }

  /** Saves the answer as a file under the name that the server gives it. */
  async download(path: string, query: Query = {}): Promise<void> {
    const { response, trace } = await this.send("GET", this.portal(path, query));
    // An answer that was cut off is none.
    const content = await response.blob().catch(() => {
      throw new Refusal({}, trace);
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "download";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private portal(path: string, query: Query = {}): string {
    const asked = new URLSearchParams(
      Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]),
    ).toString();
    return `${this.portalUrl}/${path}${asked && `?${asked}`}`;
  }

  private async read(method: string, url: string, body?: object): Promise<unknown> {
    const { response } = await this.send(method, url, body);
    if (response.status === 204) return undefined;
    return response.headers.get("Content-Type")?.startsWith("image/") ? await response.blob() : await response.json();
  }

  private async send(method: string, url: string, body?: object): Promise<{ response: Response; trace: string }> {
    const { headers, trace } = await this.head();
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        ...(body && { "Content-Type": body instanceof Blob ? body.type : "application/json" }),
      },
      body: body instanceof Blob ? body : body && JSON.stringify(body),
    }).catch(() => {
      throw new Refusal({}, trace);
    });
    if (response.ok) return { response, trace };
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new Refusal({ ...problem, status: response.status }, trace);
  }

  private async head(): Promise<{ headers: Record<string, string>; trace: string }> {
    const trace = hex(16);
    return {
      trace,
      headers: {
        Authorization: `Bearer ${await this.token()}`,
        Accept: "application/json, application/problem+json, image/*, text/csv;q=0.9",
        traceparent: `00-${trace}-${hex(8)}-01`,
      },
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
