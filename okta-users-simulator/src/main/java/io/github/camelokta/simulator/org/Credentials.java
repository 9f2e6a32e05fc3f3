/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.util.Objects;

/**
 * What a user signs in with. It never leaves the org: answers name the provider and the question only.
 *
 * @param password the password, or null
 * @param question the recovery question, or null
 * @param answer the recovery answer, or null
 * @param providerType {@code OKTA}, {@code FEDERATION}, {@code IMPORT}, ...
 * @param providerName the provider's name
 */
public record Credentials(String password, String question, String answer, String providerType, String providerName) {

    /** Okta's own, nothing set; shared by all users without a password. */
    public static final Credentials NONE = new Credentials(null, null, null, "OKTA", "OKTA");

    /** Stands for an imported hash, which nobody can compare with. */
    public static final String IMPORTED_PASSWORD = "\0imported";

    /** These credentials with another password. */
    public Credentials withPassword(String newPassword) {
        return new Credentials(newPassword, question, answer, providerType, providerName);
    }

    /** These credentials with another recovery question. */
    public Credentials withRecovery(String newQuestion, String newAnswer) {
        return new Credentials(password, newQuestion, newAnswer, providerType, providerName);
    }

    /** These credentials as kept by another provider. */
    public Credentials withProvider(String type, String name) {
        return new Credentials(password, question, answer, type, name);
    }

    /** What the state machine needs to know. */
    public Standing standing() {
        return new Standing(password != null, question != null, federated());
    }

    /** Whether another system keeps the password. */
    public boolean federated() {
        return "FEDERATION".equals(providerType) || "SOCIAL".equals(providerType);
    }

    /** Whether {@code candidate} is the password. */
    public boolean passwordIs(String candidate) {
        return password != null && Objects.equals(password, candidate);
    }

    /** Whether {@code candidate} is the recovery answer; letter case does not matter. */
    public boolean answerIs(String candidate) {
        return answer != null && answer.equalsIgnoreCase(candidate);
    }

    @Override
    public String toString() {
        return "Credentials[" + providerType + "]";
    }
}
