import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Button, PageSection, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Ask, type Act } from "../parts/Ask";
import { BulkContacts } from "../parts/BulkContacts";
import type { ActName } from "../parts/contactActs";
import { ContactsTable } from "../parts/ContactsTable";
import { accessChoice } from "../parts/filters";
import { FirmNotice } from "../parts/FirmNotice";
import { ListView } from "../parts/ListView";
import { SelectAll } from "../parts/SelectAll";
import { useList } from "../parts/useList";
import { usePortal } from "../portal";
import type { Contact, Page } from "../rest/rest";

const keyOf = ({ companyId, userId }: Contact) => `${companyId} ${userId}`;

/** All contacts of the firm, each once for each company; what is done for one can be done for many. */
export default function ContactsPage() {
  const { t } = useTranslation();
  const { realm, rest, may } = usePortal();
  const [act, setAct] = useState<Act>();
  const [selected, setSelected] = useState<Map<string, Contact>>(new Map());
  const [bulk, setBulk] = useState<ActName>();
  const list = useList<Contact>((query) => rest.get<Page<Contact>>("contacts", query), ["search", "state"], realm);

  const contacts = list.value?.items ?? [];
  const selectable = contacts.filter((it) => it.manage);
  const mayChange = may.manage || selectable.length > 0;

  const select = (contacts: Contact[], isSelected: boolean) =>
    setSelected((before) => {
      const after = new Map(before);
      contacts.forEach((it) => (isSelected ? after.set(keyOf(it), it) : after.delete(keyOf(it))));
      return after;
    });
  const many = (name: ActName, key: string) => (
    <ToolbarItem key={name}>
      <Button
        variant="secondary"
        data-testid={`bulk-${name}`}
        isDisabled={selected.size === 0}
        onClick={() => setBulk(name)}
      >
        {t(key)}
      </Button>
    </ToolbarItem>
  );

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminContacts")} noTranslate subKey="clientPortalAdminContactsHelp" />
      <PageSection variant="light">
        <FirmNotice />
        <ListView
          list={list}
          search={t("clientPortalAdminSearchContacts")}
          choices={[accessChoice(t)]}
          below={
            mayChange && (
              <>
                <SelectAll
                  isSelected={selectable.every((it) => selected.has(keyOf(it)))}
                  isDisabled={selectable.length === 0}
                  onSelect={(isSelected) => select(selectable, isSelected)}
                />
                {may.mail && many("invite", "clientPortalAdminInvite")}
                {many("enable", "clientPortalAdminEnable")}
                {many("disable", "clientPortalAdminDisable")}
                {many("block", "clientPortalAdminBlock")}
              </>
            )
          }
          empty={{ title: t("clientPortalAdminNoContacts"), text: t("clientPortalAdminNoContactsAtAll") }}
        >
          <ContactsTable
            withCompany
            contacts={contacts}
            selection={mayChange ? { has: (it) => selected.has(keyOf(it)), set: select } : undefined}
            onChoose={setAct}
          />
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
      {bulk && (
        <BulkContacts
          name={bulk}
          contacts={[...selected.values()]}
          onClose={() => setBulk(undefined)}
          onDone={() => {
            setSelected(new Map());
            list.reload();
          }}
        />
      )}
    </>
  );
}
