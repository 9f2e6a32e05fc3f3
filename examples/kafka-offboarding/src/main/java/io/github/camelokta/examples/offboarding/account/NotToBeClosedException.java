/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

/** A decision against closing an account, which trying again would not change. The message names no login. */
public final class NotToBeClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotToBeClosedException(String message) {
        super(message);
    }
}
