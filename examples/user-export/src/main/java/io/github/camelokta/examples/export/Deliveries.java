/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import java.util.Map;

/** Hears of each user that stands in the table. */
@FunctionalInterface
public interface Deliveries {

    /**
     * The row is committed.
     *
     * @param row its values by name; of a user that is gone only {@code id} and {@code gone}
     */
    void written(Map<String, Object> row);
}
