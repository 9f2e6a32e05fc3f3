/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer.changes;

import java.util.Optional;

/** The pages of one poll. May be wrapped to read ahead: a page never depends on what became of those before it. */
@FunctionalInterface
public interface ChangePages extends AutoCloseable {

    /**
     * Reads the next page, which may be without users; empty after the last one.
     *
     * @throws RuntimeException if it cannot be read, or is not what was asked for
     */
    Optional<ChangePage> next();

    /** Ends reading ahead. */
    @Override
    default void close() {}
}
