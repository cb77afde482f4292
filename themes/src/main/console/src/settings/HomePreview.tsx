import { Alert, Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clientAddress } from "../parts/PortalAddress";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { HomeSample } from "../rest/rest";
import { STAFF_CLIENT } from "./Activation";
import { Frame } from "./Frame";
import { VIEWS } from "./LoginPreview";
import { portalHome } from "./portalHome";
import { PreviewBar } from "./PreviewBar";
import { sampleOf, useBrand } from "./useBrand";
import type { FirmForm } from "./useFirmForm";
import { useLanguage } from "./useLanguage";

/** The first page of the portal app in the brand that is in the fields, saved or not. */
export const HomePreview = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const choice = useLanguage();
  const [view, setView] = useState("desktop");
  const brand = useBrand(form);
  const { value, refusal, reload } = useLoad(async () => {
    const address = await clientAddress(portal, STAFF_CLIENT);
    if (!address) return {};
    const { sample } = await portal.rest.post<HomeSample>("firm/home/sample", sampleOf(brand, choice.language));
    return { address, html: await portalHome(address, sample, choice.language) };
  }, [portal.realm, brand, choice.language, form.saved.logo, form.saved.domain]);
  return (
    <>
      <PreviewBar id="preview-home" choice={choice} views={VIEWS} view={view} onView={setView} />
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && !value.html && (
        <Alert
          isInline
          isLiveRegion
          variant="info"
          component="p"
          data-testid="no-portal-app"
          title={t(value.address ? "clientPortalAdminHomeAway" : "clientPortalAdminHomeNone")}
        >
          {t(value.address ? "clientPortalAdminHomeAwayText" : "clientPortalAdminHomeNoneText", {
            address: value.address,
            client: STAFF_CLIENT,
          })}
        </Alert>
      )}
      {value?.html && (
        <Frame html={value.html} title={t("clientPortalAdminHomePreview")} phone={view === "phone"} />
      )}
    </>
  );
};
