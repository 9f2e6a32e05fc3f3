/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The org and the database to work on.
 *
 * @param line the first line that is printed
 * @param okta the environment that the component finds its org and credentials in
 */
record Target(String line, Map<String, String> okta, Database database) {
    private static final String ORG = "OKTA_CLIENT_ORGURL";
    private static final String TOKEN = "OKTA_CLIENT_TOKEN";
    private static final String CLIENT = "OKTA_CLIENT_CLIENTID";
    private static final String KEY = "OKTA_CLIENT_PRIVATEKEY";

    /**
     * A simulated org and a database in this directory. Nothing of the environment gets in: sample users stay out of real
     * databases too.
     */
    static Target simulated(String orgUrl, String token, Path directory) {
        Database database = Database.embedded(directory);
        return new Target(
                "Okta: simulated org at " + orgUrl + ", database: " + database,
                Map.of(ORG, orgUrl, TOKEN, token),
                database);
    }

    /**
     * Those that the environment names.
     *
     * @throws UsageException if it names too few
     */
    static Target real(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        if (!isSet(environment, ORG)) {
            missing.add(ORG);
        }
        if (!isSet(environment, TOKEN) && !(isSet(environment, CLIENT) && isSet(environment, KEY))) {
            missing.add(TOKEN + " (or " + CLIENT + " with " + KEY + ")");
        }
        if (!missing.isEmpty()) {
            throw new UsageException(
                    "--real needs " + String.join(" and ", missing) + " in the environment; nothing was started.");
        }
        Database database = Database.of(environment);
        return new Target(
                "Okta: " + environment.get(ORG) + ", database: " + database, Map.copyOf(environment), database);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value != null && !value.isBlank();
    }

    /** Without what may hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
