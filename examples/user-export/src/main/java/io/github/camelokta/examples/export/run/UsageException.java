/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

/** The program was called in a way that it does not serve; the message is one sentence for whoever called it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
