import type { LoginSample } from "../rest/rest";
import type { FirmForm } from "./useFirmForm";
import { usePaused } from "./usePaused";

/** The brand that is in the fields, saved or not, as soon as no more is typed: as JSON, so that equal ones are equal. */
export function useBrand({ draft }: FirmForm): string {
  const { name, description, primaryColor, help, whiteLabel } = draft;
  const filled = Object.entries({ name, description, primaryColor, help, whiteLabel }).filter(([, it]) => it);
  return usePaused(JSON.stringify(Object.fromEntries(filled)));
}

export function sampleOf(brand: string, language: string): LoginSample {
  return { ...(JSON.parse(brand) as Partial<LoginSample>), language };
}
