/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.memory;

import io.github.camelokta.users.api.ReconcileReport;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;

/** Reconciles a directory that is made up as it is read, in a JVM of its own, and prints the report. */
public final class ReconcileClient {

    private ReconcileClient() {}

    /** @param args the org's URL, the token, the number of users, a directory to work in */
    public static void main(String[] args) throws Exception {
        int users = Integer.parseInt(args[2]);
        Iterator<Map<String, Object>> directory =
                IntStream.range(0, users).mapToObj(ReconcileClient::wanted).iterator();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            Object report = context.createProducerTemplate()
                    .requestBody(
                            "okta-users:reconcile?scope=RAW(status pr)&orgUrl=%s&token=%s&workDirectory=RAW(%s)"
                                    .formatted(args[0], args[1], args[3]),
                            directory,
                            Object.class);
            System.out.println(report);
        }
    }

    /** Okta has all but every thousandth as wanted. */
    private static Map<String, Object> wanted(int number) {
        String login = "user" + number + "@example.com";
        return Map.of(
                "status",
                "ACTIVE",
                "profile",
                number % 1000 == 0 ? Map.of("login", login, "city", "Oslo") : Map.of("login", login, "email", login));
    }

    static String expected(int users) {
        int changed = (users + 999) / 1000;
        return ReconcileReport.class.getSimpleName() + "{CREATED=0, UPDATED=" + changed
                + ", REACTIVATED=0, SUSPENDED=0, DEACTIVATED=0, UNCHANGED=" + (users - changed) + ", REFUSED=0}";
    }
}
