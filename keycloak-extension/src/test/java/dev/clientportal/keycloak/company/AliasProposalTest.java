package dev.clientportal.keycloak.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasProposalTest {
    @ParameterizedTest
    @CsvSource({
        "CRM-17, crm-17",
        "' Müller & Söhne (GmbH) ', muller-sohne-gmbh",
        "--a__b--, a-b",
        "ﬁrm №5, firm-no5",
        "שלום, company",
    })
    void namesBecomeSmallLettersDigitsAndHyphens(String name, String alias) {
        assertThat(AliasProposal.of(name).base()).isEqualTo(alias);
    }

    @Test
    void firstNameThatHasSomethingCounts() {
        assertThat(AliasProposal.of(null, "…", "Birch").base()).isEqualTo("birch");
    }

    @Test
    void proposalsAreNumberedAndHaveRoomForTheNumber() {
        AliasProposal proposal = AliasProposal.of("x".repeat(300));

        assertThat(proposal.some(0))
                .startsWith(proposal.base(), proposal.base() + "-2")
                .hasSize(20);
        assertThat(proposal.some(1)).startsWith(proposal.base() + "-21").allMatch(alias -> alias.length() <= 255);
    }
}
