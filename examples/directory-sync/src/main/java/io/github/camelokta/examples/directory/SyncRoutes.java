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

    private final Consumer<ReconcilePlan> plans;
    private final Consumer<ReconcileReport> reports;

    /**
     * @param plans is handed each plan; it lasts no longer than the call
     * @param reports is handed the report of each run; it lasts no longer than the call
     */
    public SyncRoutes(Consumer<ReconcilePlan> plans, Consumer<ReconcileReport> reports) {
        this.plans = plans;
        this.reports = reports;
    }

    @Override
    public void configure() {
        // The sender of the message gets the failure, and reports it.
        errorHandler(noErrorHandler());

        from("direct:plan")
                .routeId("plan")
                .to("direct:people")
                .to(RECONCILE + "&dryRun=true")
                .process(exchange -> plans.accept(exchange.getMessage().getMandatoryBody(ReconcilePlan.class)));

        from("direct:apply")
                .routeId("apply")
                .to("direct:people")
                .to(RECONCILE)
                .process(exchange -> reports.accept(exchange.getMessage().getMandatoryBody(ReconcileReport.class)));

        from("direct:people")
                .routeId("people")
                .setBody(constant("{{ldap.filter}}"))
                .to(PEOPLE)
                .transform()
                .method(PersonMapping.class, "wanted");
    }
}
