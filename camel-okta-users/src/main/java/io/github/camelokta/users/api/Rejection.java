/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Okta's 401 to an attempt.
 *
 * @param sent the headers that {@link Credentials#headersFor} had given for it
 * @param answer gives the value of a header of the answer, or null
 */
public record Rejection(Map<String, String> sent, UnaryOperator<String> answer) {

    /** Whether the attempt carried this {@code Authorization}. A late 401 may concern one that is long replaced. */
    public boolean concerns(String authorization) {
        return authorization.equals(sent.get("Authorization"));
    }

    /** Without the headers, which are secret. */
    @Override
    public String toString() {
        return "a 401";
    }
}
