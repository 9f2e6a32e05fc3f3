/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.account;

/** Okta took every call, and yet the account is not closed: worth another look. */
public final class NotClosedYetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotClosedYetException(String status) {
        super("Okta accepted every call, but the account is " + status);
    }
}
