/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.util.List;

/** The program was called in a way that it does not serve; the message is for whoever called it, a sentence a line. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }

    UsageException(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
