/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory;

import io.github.camelokta.examples.directory.run.Launcher;

/** Brings the people of an LDAP directory to Okta. */
public final class DirectorySyncApplication {

    private DirectorySyncApplication() {}

    /** Runs it; {@code --help} says how. */
    public static void main(String[] args) {
        boolean terminal = System.console() != null;
        System.exit(new Launcher(System.getenv(), System.out, System.err, terminal).run(args));
    }
}
