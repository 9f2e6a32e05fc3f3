/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

/** Is told of each call when it has ended, on the thread that made it. */
@FunctionalInterface
public interface CallListener {
    void ended(CallReport report);
}
