/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

    /** The answer; a refusal is thrown. The org's lock is held. */
    Reply handle(Call call);
}
