import { Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { LoginPreview as Page } from "../rest/rest";
import { Frame } from "./Frame";
import { PreviewBar } from "./PreviewBar";
import { sampleOf, useBrand } from "./useBrand";
import type { FirmForm } from "./useFirmForm";
import { useLanguage } from "./useLanguage";

export const VIEWS = { phone: "clientPortalAdminPhone", desktop: "clientPortalAdminDesktop" };

/** The login page in the brand that is in the fields, saved or not. Pictures are saved as soon as they are chosen. */
export const LoginPreview = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const { rest, realm } = usePortal();
  const choice = useLanguage();
  const [view, setView] = useState("desktop");
  const brand = useBrand(form);
  const { value, refusal, reload } = useLoad(
    () => rest.post<Page>("firm/login/preview", sampleOf(brand, choice.language)),
    [realm, brand, choice.language, form.saved.logo],
  );
  return (
    <>
      <PreviewBar id="preview-login" choice={choice} views={VIEWS} view={view} onView={setView} />
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && <Frame html={value.html ?? ""} title={t("clientPortalAdminLoginPreview")} phone={view === "phone"} />}
    </>
  );
};
