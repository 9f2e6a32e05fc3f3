/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.Locale;

/**
 * The org's password policy: Okta's default of 8 characters with a lower-case letter, an upper-case letter and a digit,
 * without the part of the login before the {@code @} (where that has four characters or more).
 */
public final class PasswordPolicy {
    /** What the policy asks for, in words. */
    public static final String WORDS = "password: Password requirements were not met. Password requirements: at least 8"
            + " characters, a lowercase letter, an uppercase letter, a number, no parts of your username.";

    private PasswordPolicy() {}

    /** Whether {@code password} will do for the user with this login. */
    public static boolean accepts(String password, String login) {
        String name = login.substring(0, Math.max(0, login.indexOf('@'))).toLowerCase(Locale.ROOT);
        return password.length() >= 8
                && password.chars().anyMatch(Character::isLowerCase)
                && password.chars().anyMatch(Character::isUpperCase)
                && password.chars().anyMatch(Character::isDigit)
                && (name.length() < 4 || !password.toLowerCase(Locale.ROOT).contains(name));
    }
}
