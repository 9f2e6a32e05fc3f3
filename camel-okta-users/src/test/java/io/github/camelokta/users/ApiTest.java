/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.audit.OktaWriteEvent;
import io.github.camelokta.users.ratelimit.RateLimitGovernor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What others may build on is what the committed lists say: a change of it is made on purpose, and seen in review. What counts
 * as API stands in docs/compatibility.adoc.
 */
class ApiTest {
    private static final String USERS = OktaUsersComponent.class.getPackageName();
    private static final String SIMULATOR = OktaSimulator.class.getPackageName();
    /** API that stands where it is used. */
    private static final Set<Class<?>> ELSEWHERE = Set.of(RateLimitGovernor.class, OktaWriteEvent.class);

    @Test
    void the_components_API_is_the_committed_one() throws IOException {
        Set<String> packages = Set.of(USERS, Refusal.class.getPackageName());
        Set<String> elsewhere = ELSEWHERE.stream().map(Class::getName).collect(Collectors.toSet());
        compare(
                Path.of("src", "api", "camel-okta-users.txt"),
                USERS,
                type -> packages.contains(type.getPackageName()) || elsewhere.contains(type.getFullName()));
    }

    @Test
    void the_simulators_API_is_the_committed_one() throws IOException {
        Set<String> packages = Stream.of("", ".fault", ".junit", ".limit", ".oauth", ".org", ".spring")
                .map(SIMULATOR::concat)
                .collect(Collectors.toSet());
        compare(
                Path.of("..", "okta-users-simulator", "src", "api", "okta-users-simulator.txt"),
                SIMULATOR,
                type -> packages.contains(type.getPackageName()));
    }

    private static void compare(Path committed, String root, Predicate<JavaClass> isApi) throws IOException {
        String api = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(isApi)
                        .filter(ApiTest::isVisible)
                        .filter(type -> !type.getSimpleName().endsWith("Configurer"))
                        .map(ApiTest::text)
                        .sorted()
                        .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("manual.write")) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, api);
        }
        assertThat(committed)
                .as("the API has changed: if that is wanted, run the regenerate command and commit %s", committed)
                .hasContent(api);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnonymousClass()
                && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
    }

    private static String text(JavaClass type) {
        Set<String> members = new TreeSet<>();
        type.getMembers().stream().filter(ApiTest::isVisible).map(ApiTest::text).forEach(members::add);
        String parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .map(JavaClass::getFullName)
                .filter(name -> !name.equals("java.lang.Object"))
                .sorted()
                .collect(Collectors.joining(", "));
        return modifiers(type.getModifiers()) + type.getFullName() + (parents.isEmpty() ? "" : " is " + parents) + "\n"
                + members.stream().map(member -> "    " + member + "\n").collect(Collectors.joining());
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    /** Without the owner's name: a member stands below its type. */
    private static String text(JavaMember member) {
        String type = member.getOwner().getFullName() + ".";
        List<String> words = Arrays.asList(member.getDescription().split(" ", 2));
        String returned = member instanceof JavaMethod method
                ? method.getRawReturnType().getFullName() + " "
                : member instanceof JavaField field ? field.getRawType().getFullName() + " " : "";
        return modifiers(member.getModifiers())
                + returned
                + words.get(1).replace(type, "").replaceAll("[<>]", "");
    }

    private static String modifiers(Set<JavaModifier> modifiers) {
        return modifiers.stream()
                .filter(modifier -> Set.of(
                                JavaModifier.PUBLIC,
                                JavaModifier.PROTECTED,
                                JavaModifier.STATIC,
                                JavaModifier.FINAL,
                                JavaModifier.ABSTRACT)
                        .contains(modifier))
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .sorted()
                .collect(Collectors.joining());
    }
}
