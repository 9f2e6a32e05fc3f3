/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;

/** Takes the secrets in use out of a text of Okta's before it is shown to people. */
final class Redactor {
    private static final String MASKED = "xxxxxx";

    private final Supplier<Collection<String>> secrets;

    Redactor(Supplier<Collection<String>> secrets) {
        this.secrets = secrets;
    }

    /** Whether a message of this failure, or of one behind it, holds a secret. */
    boolean isNeededFor(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage();
            if (message != null && !message.equals(mask(message))
                    || Arrays.stream(each.getSuppressed()).anyMatch(this::isNeededFor)) {
                return true;
            }
        }
        return false;
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
