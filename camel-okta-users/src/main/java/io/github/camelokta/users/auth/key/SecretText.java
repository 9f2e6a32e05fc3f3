/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

import io.github.camelokta.users.api.CredentialsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret that an option gives inline or, as {@code file:/path}, in a file that is read again once it was forgotten. */
public final class SecretText {
    private static final Pattern SCHEME = Pattern.compile("(?i)(SSWS|Bearer|DPoP)\\s+");

    private final String option;
    private final String scheme;
    private final SecretFile file;
    private volatile String value;
    private volatile boolean stale;

    /**
     * @param scheme by which the secret is sent; where the secret was pasted together with it, it is left out
     * @throws IllegalArgumentException if the file cannot be read, or the secret is empty or holds a control character
     */
    public SecretText(String option, String scheme, String given) {
        this.option = option;
        this.scheme = scheme;
        this.file = SecretFile.namedBy(option, given);
        this.value = checked(file == null ? given : file.read());
    }

    /**
     * @throws CredentialsException if the file that must be read again holds no secret now, as while it is being written
     */
    public String value() {
        if (stale) {
            try {
                value = checked(file.read());
            } catch (IllegalArgumentException e) {
                throw new CredentialsException(e.getMessage(), true, null);
            }
            stale = false;
        }
        return value;
    }

    /** The secret of a value, which may begin with the scheme by which it is sent. */
    public static String withoutScheme(String given) {
        Matcher pasted = SCHEME.matcher(given.strip());
        return pasted.lookingAt() ? given.strip().substring(pasted.end()) : given.strip();
    }

    /** The value that was given out last, even if it is stale. */
    public String lastValue() {
        return value;
    }

    public void forget() {
        stale = file != null;
    }

    private String checked(String text) {
        Matcher pasted = SCHEME.matcher(text.strip());
        if (pasted.lookingAt() && !pasted.group(1).equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("Option " + option
                    + (scheme.equals("SSWS")
                            ? " holds an access token: set accessToken to it instead"
                            : " holds an API token: set token to it instead"));
        }
        String trimmed = withoutScheme(text);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option " + option + " gives an empty secret: set it to the secret itself");
        }
        if (trimmed.chars().anyMatch(c -> c > 126)) {
            throw new IllegalArgumentException("Option " + option
                    + " holds a character that no header can carry: copy the secret again, only its letters and signs");
        }
        if (trimmed.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException(
                    "Option " + option + " holds a blank or a line break inside: copy the secret again, on one line");
        }
        return trimmed;
    }
}
