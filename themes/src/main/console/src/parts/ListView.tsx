import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import {
  Button,
  FormSelect,
  FormSelectOption,
  SearchInput,
  Spinner,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from "@patternfly/react-core";
import { AngleLeftIcon, AngleRightIcon, SyncAltIcon } from "@patternfly/react-icons";
import { useEffect, useState, type PropsWithChildren, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "./RefusalAlert";
import type { List } from "./useList";

export type Choice = { name: string; label: string; options: { value: string; label: string }[] };

type Props = PropsWithChildren<{
  list: List<unknown>;
  /** What the search looks at; without it there is none. */
  search?: string;
  choices?: Choice[];
  /** Buttons beside the filters. */
  buttons?: ReactNode;
  /** A row of buttons below them. */
  below?: ReactNode;
  empty: { title: string; text: string };
}>;

/** A list with its filters and pages, in each of its shapes: being read, refused, empty, nothing found, rows. */
export const ListView = ({ list, search, choices = [], buttons, below, empty, children }: Props) => {
  const { t } = useTranslation();
  const rows = list.value?.items?.length ?? 0;
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          {search && (
            <ToolbarItem>
              <Search label={search} value={list.filter("search")} onSearch={(it) => list.setFilter("search", it)} />
            </ToolbarItem>
          )}
          {choices.map(({ name, label, options }) => (
            <ToolbarItem key={name}>
              <FormSelect
                aria-label={label}
                data-testid={`filter-${name}`}
                style={{ minWidth: "11rem" }}
                value={list.filter(name)}
                onChange={(_, value) => list.setFilter(name, value)}
              >
                {options.map((option) => (
                  <FormSelectOption key={option.value} {...option} />
                ))}
              </FormSelect>
            </ToolbarItem>
          ))}
          {buttons}
          <ToolbarItem>
            <Button variant="link" icon={<SyncAltIcon />} onClick={list.reload} data-testid="refresh">
              {t("refresh")}
            </Button>
          </ToolbarItem>
          <ToolbarGroup align={{ default: "alignRight" }}>
            <Turn to={list.previous} id="previous-page" name="clientPortalAdminPrevious" icon={<AngleLeftIcon />} />
            <Turn to={list.next} id="next-page" name="clientPortalAdminNext" icon={<AngleRightIcon />} />
          </ToolbarGroup>
        </ToolbarContent>
        {below && <ToolbarContent>{below}</ToolbarContent>}
      </Toolbar>
      <RefusalAlert refusal={list.refusal} onRetry={list.reload} />
      {!list.value && !list.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} className="pf-v5-u-m-lg" />}
      {rows > 0 && children}
      {list.value && rows === 0 && list.isFiltered && (
        <ListEmptyState
          isSearchVariant
          hasIcon
          message={t("noSearchResults")}
          instructions={t("clientPortalAdminNothingFound")}
          secondaryActions={[{ text: t("clearAllFilters"), onClick: list.clear }]}
        />
      )}
      {list.value && rows === 0 && !list.isFiltered && (
        <ListEmptyState hasIcon={false} message={empty.title} instructions={empty.text} />
      )}
    </>
  );
};

const Turn = ({ to, id, name, icon }: { to?: () => void; id: string; name: string; icon: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <ToolbarItem>
      <Button variant="plain" aria-label={t(name)} isDisabled={!to} onClick={to} data-testid={id}>
        {icon}
      </Button>
    </ToolbarItem>
  );
};

const Search = ({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (value: string) => void;
}) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <SearchInput
      data-testid="search"
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(_, now) => setTyped(now)}
      onSearch={() => onSearch(typed.trim())}
      onClear={() => {
        setTyped("");
        onSearch("");
      }}
    />
  );
};
