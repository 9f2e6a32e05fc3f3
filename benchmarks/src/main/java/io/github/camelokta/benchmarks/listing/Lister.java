/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

/** Reads a list. */
interface Lister extends AutoCloseable {

    /** Makes one call, so that what any call needs is there. */
    void warmUp() throws Exception;

    /** Hands all users to the work, on whatever thread, and may return before the last. */
    void begin(UserWork work) throws Exception;
}
