/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.examples.demo.RealEnvironment;
import java.nio.file.Path;
import java.util.Map;

/**
 * The org and the database to work on.
 *
 * @param line the first line that is printed
 * @param okta the environment that the component finds its org and credentials in
 */
record Target(String line, Map<String, String> okta, Database database) {
    /**
     * A simulated org and a database in this directory. Nothing of the environment gets in: sample users stay out of real
     * databases too.
     */
    static Target simulated(String orgUrl, String token, Path directory) {
        Database database = Database.embedded(directory);
        return new Target(
                "Okta: simulated org at " + orgUrl + ", database: " + database,
                RealEnvironment.simulated(orgUrl, token),
                database);
    }

    /**
     * Those that the environment names.
     *
     * @throws io.github.camelokta.examples.demo.UsageException if it names too few
     */
    static Target real(Map<String, String> environment) {
        RealEnvironment real = new RealEnvironment(environment);
        String org = real.org();
        real.check();
        Database database = Database.of(environment);
        return new Target("Okta: " + org + ", database: " + database, real.variables(), database);
    }

    /** Without what may hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
