/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.users.support.CallWithoutOptionalLibraries;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class OptionalLibrariesTest {
    private static URL[] classPathWithout(String... artifacts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(artifacts)
                        .noneMatch(artifact ->
                                Path.of(entry).getFileName().toString().startsWith(artifact)))
                .map(OptionalLibrariesTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void the_component_works_without_Micrometer_telemetry_and_console() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(
                classPathWithout("micrometer-", "camel-telemetry", "camel-console"),
                ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(bare);
            assertThatThrownBy(() -> bare.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.apache.camel.telemetry.SpanDecorator"))
                    .isInstanceOf(ClassNotFoundException.class);

            Object call = bare.loadClass(CallWithoutOptionalLibraries.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThat(((Callable<?>) call).call()).isEqualTo("SUSPENDED 1");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
