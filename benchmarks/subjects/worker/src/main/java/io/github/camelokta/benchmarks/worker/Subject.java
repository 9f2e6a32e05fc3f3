/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.worker;

/** A way to call Okta, measured in a process with its own class path. It ends with the process, and closes nothing. */
public interface Subject {

    /** Reads a user, in the subject's own form. */
    Object get(String id) throws Exception;

    /** Suspends a user. */
    void suspend(String id) throws Exception;

    /** Hands all users to the sink, in their order, and returns behind the last. */
    void list(UserSink sink) throws Exception;

    /** Takes the users of a list. */
    interface UserSink {
        /**
         * @param user in the subject's own form
         * @return whether it was the last
         */
        boolean take(String id, Object user);
    }

    /** Makes a subject. */
    interface Factory {
        /**
         * @param url of the org
         * @param option which kind of the subject; empty for the usual one
         */
        Subject create(String url, String option) throws Exception;
    }
}
