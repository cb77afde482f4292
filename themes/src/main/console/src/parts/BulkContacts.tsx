import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact } from "../rest/rest";
import { Bulk } from "./Bulk";
import { perform, type ActName } from "./contactActs";
import { nameOf } from "./labels";

const WORDS: Partial<Record<ActName, [name: string, text: string]>> = {
  invite: ["clientPortalAdminInvite", "clientPortalAdminBulkInvite"],
  enable: ["clientPortalAdminEnable", "clientPortalAdminBulkEnable"],
  disable: ["clientPortalAdminDisable", "clientPortalAdminBulkDisable"],
  block: ["clientPortalAdminBlock", "clientPortalAdminBulkBlock"],
};

type Props = { name: ActName; contacts: Contact[]; onClose: () => void; onDone: () => void };

export const BulkContacts = ({ name, contacts, ...more }: Props) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const [button, text] = WORDS[name]!;
  return (
    <Bulk
      name={t(button)}
      text={t(text)}
      danger={name === "disable" || name === "block"}
      works={contacts.map((contact) => ({
        key: `${contact.companyId} ${contact.userId}`,
        name: nameOf(contact),
        of: contact.companyName,
        run: () => perform(portal, contact, name),
      }))}
      {...more}
    />
  );
};
