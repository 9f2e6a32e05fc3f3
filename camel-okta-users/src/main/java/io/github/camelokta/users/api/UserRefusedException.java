/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import org.apache.camel.RuntimeCamelException;

/** A wanted state to which no legal calls lead; said before anything is written. */
public class UserRefusedException extends RuntimeCamelException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public UserRefusedException(Refusal refusal) {
        super("ensure refused: " + refusal.sentence() + " (" + refusal + ")");
        this.refusal = refusal;
    }

    /** Why, by name. */
    public Refusal getRefusal() {
        return refusal;
    }
}
