import { DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";

/** One line of what a page says of its subject. */
export const Described = ({ term, children }: PropsWithChildren<{ term: string }>) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);
