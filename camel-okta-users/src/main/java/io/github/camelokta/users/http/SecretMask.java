/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.util.Collection;
import java.util.function.Supplier;

/** Takes the secrets in use out of a text of Okta's before it is shown to people. */
final class SecretMask {
    private static final String MASKED = "xxxxxx";

    private final Supplier<Collection<String>> secrets;

    SecretMask(Supplier<Collection<String>> secrets) {
        this.secrets = secrets;
    }

    String mask(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String secret : secrets.get()) {
            if (!secret.isEmpty()) {
                masked = masked.replace(secret, MASKED);
            }
        }
        return masked;
    }
}
