/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed files are those that the component's options in the catalog give; with {@code -Pregenerate} they are written. */
class StarterSourcesTest {
    private static final Path GENERATED = Path.of("src", "generated");
    private static final String REMEDY = "%s is stale: run 'mvn -q -Pregenerate process-classes test"
            + " -pl camel-okta-users,camel-okta-users-starter -am' and commit what changed";

    @Test
    void the_class_of_properties_is_up_to_date() throws IOException {
        compare(
                "java/io/github/camelokta/users/springboot/OktaUsersComponentOptions.java",
                new StarterSources(Catalog.options()).javaClass());
    }

    @Test
    void the_metadata_for_editors_are_up_to_date() throws IOException {
        compare(
                "resources/META-INF/additional-spring-configuration-metadata.json",
                new StarterSources(Catalog.options()).metadata());
    }

    private static void compare(String name, String expected) throws IOException {
        Path file = GENERATED.resolve(name);
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).as(REMEDY, file).isEqualTo(expected);
    }
}
