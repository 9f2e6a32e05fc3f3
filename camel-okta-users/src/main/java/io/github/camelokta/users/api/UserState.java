/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.util.Map;

/**
 * What an event says of a user before or after a write: the status, and of the attributes that the write names whether they
 * have a value, never which.
 *
 * @param status Okta's name of it; null where it is not known, as after an activation
 * @param attributes {@link #HIDDEN} for those that have a value, null for those that have none
 */
public record UserState(String status, Map<String, String> attributes) {
    /** Stands for a value. */
    public static final String HIDDEN = "xxxxxx";
}
