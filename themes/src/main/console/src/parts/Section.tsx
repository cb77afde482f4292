import { PageSection, Text, TextContent, Title } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";

/** A part of a page, under a heading of its own. */
export const Section = ({
  title,
  text,
  id,
  children,
}: PropsWithChildren<{ title: string; text?: string; id: string }>) => (
  <PageSection variant="light" className="pf-v5-u-pt-0" data-testid={id}>
    <Title headingLevel="h2" className="pf-v5-u-mb-md">
      {title}
    </Title>
    {text && (
      <TextContent className="pf-v5-u-mb-md">
        <Text component="p">{text}</Text>
      </TextContent>
    )}
    {children}
  </PageSection>
);
