/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

/** A sync that did not start or did not come to its end; the message is one sentence. */
final class FailedSyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedSyncException(String sentence, Throwable cause) {
        super(sentence.replaceAll("\\s+", " "), cause);
    }
}
