/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

/** The record that an event came in. */
public record Origin(String topic, int partition, long offset) {

    /** Such as {@code hr.leavers-0@17}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
