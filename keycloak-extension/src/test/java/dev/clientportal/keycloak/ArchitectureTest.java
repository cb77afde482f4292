package dev.clientportal.keycloak;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "dev.clientportal.keycloak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.clientportal.keycloak";
    private static final String STORAGE = ROOT + ".storage..";
    private static final String[] REST = {
        ROOT + ".admin..", ROOT + ".contact..", ROOT + ".magiclink..", ROOT + ".firm.."
    };

    @ArchTest
    static final ArchRule featuresDependOnEachOtherWithoutCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyImportsStorage = noClasses()
            .that(not(resideInAPackage(STORAGE)))
            .should()
            .dependOnClassesThat(resideInAPackage(STORAGE))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyStorageKnowsJpa = noClasses()
            .that(not(resideInAPackage(STORAGE)))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesLiveInRestPackages = noClasses()
            .that(not(resideInAnyPackage(REST)))
            .should()
            .beAnnotatedWith(Path.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourceMethodsLiveInRestPackages = noMethods()
            .that()
            .areDeclaredInClassesThat(not(resideInAnyPackage(REST)))
            .should()
            .beAnnotatedWith(Path.class)
            .allowEmptyShould(true);
}
