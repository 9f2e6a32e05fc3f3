/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth.key;

/** A secret that an option gives inline or, as {@code file:/path}, in a file that is read again once it was forgotten. */
public final class SecretText {
    private final String option;
    private final SecretFile file;
    private volatile String value;
    private volatile boolean stale;

    /**
     * @throws IllegalArgumentException if the file cannot be read, or the secret is empty or holds a control character
     */
    public SecretText(String option, String given) {
        this.option = option;
        this.file = SecretFile.namedBy(option, given);
        this.value = checked(file == null ? given : file.read());
    }

    public String value() {
        if (stale) {
            value = checked(file.read());
            stale = false;
        }
        return value;
    }

    /** The value that was given out last, even if it is stale. */
    public String lastValue() {
        return value;
    }

    public void forget() {
        stale = file != null;
    }

    private String checked(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option " + option + " gives an empty secret: set it to the secret itself");
        }
        if (trimmed.chars().anyMatch(c -> c > 126)) {
            throw new IllegalArgumentException("Option " + option
                    + " holds a character that no header can carry: copy the secret again, letters and signs alone");
        }
        if (trimmed.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException(
                    "Option " + option + " holds a blank or a line break inside: copy the secret again, on one line");
        }
        return trimmed;
    }
}
