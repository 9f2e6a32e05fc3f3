/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory;

import io.github.camelokta.users.api.ReconcilePlan;
import io.github.camelokta.users.api.ReconcileReport;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;

/**
 * Reads the directory and brings Okta to what it says: {@code direct:plan} only says what it would do, {@code direct:apply} does
 * it. Needs the bean {@code directory}, a prototype that is an {@link javax.naming.ldap.LdapContext}: Camel closes it after each
 * search, and without one it does not read page by page.
 */
public final class SyncRoutes extends RouteBuilder {
    private static final String PEOPLE = "ldap:directory?base=RAW({{ldap.base}})&pageSize={{ldap.pageSize:500}}"
            + "&returnedAttributes=" + PersonMapping.attributes();

    private static final String RECONCILE =
            "okta-users:reconcile?scope=RAW({{sync.scope}})&protect=RAW({{sync.protect}})"
                    + "&onMissing={{sync.onMissing:deactivate}}&maxDeactivations={{sync.maxDeactivations:50}}"
                    + "&maxChangePercent={{sync.maxChangePercent:10}}&minSourceSize={{sync.minSourceSize:1}}";

    private final Consumer<ReconcileReport> taker;

    /** @param taker is handed the report of each run, or of a plan what it would be; it lasts no longer than the call */
    public SyncRoutes(Consumer<ReconcileReport> taker) {
        this.taker = taker;
    }

    @Override
    public void configure() {
        // The sender of the message gets the failure, and reports it.
        errorHandler(noErrorHandler());

        from("direct:plan")
                .routeId("plan")
                .to("direct:people")
                .to(RECONCILE + "&dryRun=true")
                .process(exchange -> taker.accept(exchange.getMessage()
                        .getMandatoryBody(ReconcilePlan.class)
                        .getReport()));

        from("direct:apply")
                .routeId("apply")
                .to("direct:people")
                .to(RECONCILE)
                .process(exchange -> taker.accept(exchange.getMessage().getMandatoryBody(ReconcileReport.class)));

        from("direct:people")
                .routeId("people")
                .setBody(constant("{{ldap.filter}}"))
                .to(PEOPLE)
                .transform()
                .method(PersonMapping.class, "wanted");
    }
}
