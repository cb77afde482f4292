import { Button, Flex, FlexItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { FailedMails, Mail, Page, WaitingMails } from "../rest/rest";
import { useWhen } from "./labels";
import { RefusalAlert } from "./RefusalAlert";
import type { List } from "./useList";
import { useLoad } from "./useLoad";

/** How many mails wait and since when, failed and came back: read again whenever the list was. Each shows its mails. */
export const MailCounts = ({ list }: { list: List<Mail> }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const when = useWhen();
  const page: Page<Mail> | undefined = list.value;
  const { value, refusal } = useLoad(
    async () =>
      page && {
        waiting: await rest.get<WaitingMails>("mails/waiting"),
        failed: await rest.get<FailedMails>("mails/failed"),
      },
    [page],
  );
  if (refusal) return <RefusalAlert refusal={refusal} onRetry={list.reload} />;
  if (!value) return null;
  const { waiting, failed } = value;

  const count = (id: string, state: string, text: string, number?: number) => {
    const isShown = list.filter("state") === state;
    return (
      <FlexItem>
        {number || isShown ? (
          <Button
            variant="tertiary"
            data-testid={id}
            aria-pressed={isShown}
            isActive={isShown}
            onClick={() => list.setFilter("state", isShown ? "" : state)}
          >
            {text}
          </Button>
        ) : (
          <span data-testid={id}>{text}</span>
        )}
      </FlexItem>
    );
  };
  return (
    <Flex spaceItems={{ default: "spaceItemsSm" }} role="group" aria-label={t("clientPortalAdminState")}>
      {count(
        "waiting",
        "queued",
        waiting.count
          ? t("clientPortalAdminWaiting", { number: waiting.count, since: when(waiting.oldestQueuedAt) })
          : t("clientPortalAdminNothingWaits"),
        waiting.count,
      )}
      {count("failed", "failed", t("clientPortalAdminFailedMails", { number: failed.count }), failed.count)}
      {count("bounced", "bounced", t("clientPortalAdminBouncedMails", { number: failed.bounced }), failed.bounced)}
    </Flex>
  );
};
