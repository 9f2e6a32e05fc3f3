/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.demo;

import java.util.List;

/** The program was called in a way that it does not serve; the message is for the person who called it, a sentence a line. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String sentence) {
        super(sentence);
    }

    public UsageException(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
