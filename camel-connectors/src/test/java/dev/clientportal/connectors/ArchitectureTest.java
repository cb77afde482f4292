package dev.clientportal.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.clientportal.connectors", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.clientportal.connectors.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule upstreamIsCalledByItsClientsAlone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..upstream..", "..keycloak..", "..portal..", "..door..", "dev.clientportal.connectors")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Upstream");

    @ArchTest
    static final ArchRule queueIsTouchedInFewPlaces = noClasses()
            .that()
            .resideOutsideOfPackages("..jobs..", "..broker..", "dev.clientportal.connectors")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.springframework.jms..");
}
