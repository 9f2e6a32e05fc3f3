/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.http.transport.CamelHttpTransport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layers of the component are what docs/architecture.adoc says. */
class ArchitectureTest {
    private static final String ROOT = OktaUsersComponent.class.getPackageName();
    private static final String SIMULATOR = OktaSimulator.class.getPackageName();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT, SIMULATOR);

    static List<ArchRule> rules() {
        return Stream.of(layers(), cycles(), state()).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_architecture_is_kept(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static List<ArchRule> layers() {
        return List.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(in("http"), in("auth"), in("ratelimit"), in("operation"), in("json"))
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.apache.camel.Exchange")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAnyPackage(in("producer"), in("result"), in("consumer"), in("sync"))
                        .because("what stands below an exchange can be used and tested without one"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(in("http"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.hc..")
                        .because("what HttpClient is like is known in one package"),
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(CamelHttpTransport.class)
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.apache.hc.client5.http.classic.HttpClient")
                        .because("only the transport sends by HttpClient"),
                classes()
                        .that()
                        .resideInAPackage(in("operation"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(in("operation"), "java..", "com.fasterxml.jackson.databind..")
                        .because("the tables depend on nothing here"),
                classes()
                        .that()
                        .resideInAPackage(in("ratelimit"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(in("ratelimit"), "java..")
                        .because("the governor knows neither Camel nor HTTP"),
                noClasses()
                        .that()
                        .resideInAPackage(in("consumer.changes"))
                        .and()
                        .resideOutsideOfPackage(in("consumer.changes.source"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.apache..", "java.net..", in("http"), in("auth"), in("producer"), in("result"))
                        .because("the engine of changes knows neither Camel nor HTTP"),
                noClasses()
                        .that()
                        .resideInAPackage(SIMULATOR + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + "..", "org.apache.camel..")
                        .because("the simulator checks the component, and so must not be made of it"));
    }

    private static List<ArchRule> cycles() {
        return Stream.of(ROOT, SIMULATOR)
                .map(root -> (ArchRule) SlicesRuleDefinition.slices()
                        .assignedFrom(new Packages(root))
                        .should()
                        .beFreeOfCycles()
                        .because("of two packages that need each other neither can be read alone"))
                .toList();
    }

    /** A package is a slice, the root one too; what is generated for the endpoint DSL is left out. */
    private record Packages(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(root) && !name.startsWith(root + ".endpoint")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of " + root;
        }
    }

    private static List<ArchRule> state() {
        return List.of(
                fields().that()
                        .areStatic()
                        .should()
                        .beFinal()
                        .because("two components in one JVM share nothing by accident"),
                noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("org.apache.camel.BeanInject")
                        .because("what a class needs comes in through its constructor"));
    }

    private static String in(String subpackage) {
        return ROOT + "." + subpackage + "..";
    }
}
