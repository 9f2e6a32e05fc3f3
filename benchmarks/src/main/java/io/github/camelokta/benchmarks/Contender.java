/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks;

import java.util.List;

/**
 * A subject as it is compared.
 *
 * @param name in the tables
 * @param module its directory among the subjects
 * @param main its class, behind the package that all have
 * @param option as its class understands it
 */
record Contender(String name, String module, String main, String option) {
    static final Contender BARE = new Contender("HttpClient", "httpclient", "httpclient.HttpClientSubject", "");
    static final Contender SDK = new Contender("Okta SDK", "okta-sdk", "oktasdk.OktaSdkSubject", "");
    static final Contender CAMEL_HTTP = new Contender("Camel HTTP", "camel-http", "camelhttp.CamelHttpSubject", "");
    static final Contender MAP = ours("okta-users, Map", "");
    static final Contender BYTES = ours("okta-users, bytes", "resultFormat=bytes");
    static final Contender CHANGES = ours("okta-users, changes", "mode=changes&name=benchmark");
    static final Contender CHANGES_BYTES =
            ours("okta-users, changes, bytes", "mode=changes&name=benchmark&resultFormat=bytes");
    static final Contender NO_PREFETCH = ours("okta-users, prefetch=0", "prefetch=0");
    static final List<Contender> ALL = List.of(BARE, SDK, CAMEL_HTTP, MAP, BYTES);

    private static Contender ours(String name, String option) {
        return new Contender(name, "okta-users", "oktausers.OktaUsersSubject", option);
    }

    /** The same with the options' defaults. */
    Contender stock() {
        return new Contender(name + ", stock", module, main, "stock");
    }

    boolean isOurs() {
        return module.equals(MAP.module);
    }
}
