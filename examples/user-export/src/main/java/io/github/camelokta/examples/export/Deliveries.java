/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

/** Is told of each user that stands in the table. */
@FunctionalInterface
public interface Deliveries {

    void written(String id);
}
