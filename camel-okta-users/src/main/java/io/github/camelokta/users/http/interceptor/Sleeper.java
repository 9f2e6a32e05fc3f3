/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.interceptor;

/** Waits between attempts. */
@FunctionalInterface
public interface Sleeper {

    /**
     * @param nanos 0 or more; with 0 only the reasons not to go on are looked at
     * @return false if the wait was ended early, because everything is being stopped
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    boolean pause(long nanos) throws InterruptedException;
}
