/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import io.github.camelokta.examples.export.run.Launcher;

/** Keeps a table in step with the users of an Okta org. */
public final class ExportApplication {

    private ExportApplication() {}

    /** Runs it; {@code --help} says how. */
    public static void main(String[] args) {
        System.exit(new Launcher(System.getenv(), System.out, System.err).run(args));
    }
}
