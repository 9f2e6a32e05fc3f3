/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

/** A line for the driver: names and values. */
final class Answer {
    private final StringBuilder text = new StringBuilder();

    private Answer() {}

    static Answer of() {
        return new Answer();
    }

    Answer with(String name, double value) {
        text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
        return this;
    }

    String text() {
        return text.toString();
    }
}
