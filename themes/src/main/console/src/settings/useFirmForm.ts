import { useState } from "react";
import { refusalOf } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { Firm, Refusal } from "../rest/rest";

const FIELDS = [
  "domain",
  "name",
  "description",
  "primaryColor",
  "help",
  "portalClientId",
  "timeZone",
  "invitationValidity",
  "invitationSubject",
  "invitationText",
  "whiteLabel",
  "oneClick",
  "ledgerDays",
] as const satisfies (keyof Firm)[];

export type FieldName = (typeof FIELDS)[number];
export type Draft = Pick<Firm, FieldName>;

type State = {
  /** What the server has, as far as we know. */
  saved: Firm;
  draft: Draft;
  /** What others saved in fields that were being changed here. */
  theirs: Draft;
};

export type FirmForm = State & {
  isChanged: boolean;
  refusal?: Refusal;
  busy: boolean;
  set: (change: Draft) => void;
  revert: () => void;
  /** Whether it was saved. */
  save: () => Promise<boolean>;
  /** Reads what is there now; what was typed stays. */
  refresh: () => Promise<void>;
};

/** The settings while they are changed. Nobody's change is lost: neither what was typed here nor what others saved. */
export function useFirmForm(read: Firm): FirmForm {
  const { rest } = usePortal();
  const [state, setState] = useState<State>({ saved: read, draft: pick(read), theirs: {} });
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const { saved, draft } = state;

  const attempt = async (what: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await what();
      return true;
    } catch (error) {
      setRefusal(() => refusalOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    ...state,
    isChanged: changed(state).length > 0,
    refusal,
    busy,
    set: (change) => {
      setState((before) => ({ ...before, draft: { ...before.draft, ...change } }));
      if (refusal?.problem.field && refusal.problem.field in change) setRefusal(undefined);
    },
    revert: () => {
      setState({ saved, draft: pick(saved), theirs: {} });
      setRefusal(undefined);
    },
    save: () =>
      attempt(async () => {
        const filled = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ""));
        const now = await rest.put<Firm>("firm", { ...filled, version: saved.version });
        setState((before) => merged({ ...before, saved: { ...before.saved, ...draft } }, now));
      }),
    refresh: async () => {
      await attempt(async () => {
        const now = await rest.get<Firm>("firm");
        setState((before) => merged(before, now));
      });
    },
  };
}

/** Takes what is there now, but for what was typed since it was read. */
function merged(before: State, now: Firm): State {
  const typed = changed(before);
  const both = typed.filter((name) => !same(now, before.saved, name) && !same(now, before.draft, name));
  return {
    saved: now,
    draft: { ...pick(now), ...choose(before.draft, typed) },
    theirs: choose(now, both),
  };
}

function changed({ saved, draft }: State): FieldName[] {
  return FIELDS.filter((name) => !same(saved, draft, name));
}

function same(one: Draft, other: Draft, name: FieldName): boolean {
  return (one[name] ?? "") === (other[name] ?? "");
}

function pick(firm: Firm): Draft {
  return choose(firm, FIELDS);
}

function choose(from: Draft, names: readonly FieldName[]): Draft {
  return Object.fromEntries(names.map((name) => [name, from[name] ?? ""]));
}
