/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Knows the version that the build wrote into the jar. */
final class ComponentVersion {

    private ComponentVersion() {}

    static String read() {
        try (InputStream in = ComponentVersion.class.getResourceAsStream("/META-INF/camel-okta-users.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
