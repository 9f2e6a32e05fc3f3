/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import java.util.List;

/** A parsed query expression. */
public sealed interface Condition {

    /** All of the parts hold. */
    record And(List<Condition> parts) implements Condition {}

    /** One of the parts holds. */
    record Or(List<Condition> parts) implements Condition {}

    /**
     * A property compared with a value.
     *
     * @param value text, number or boolean; null for {@code pr}
     */
    record Comparison(String property, Operator operator, Object value) implements Condition {}
}
