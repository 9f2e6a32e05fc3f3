/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export;

import io.github.camelokta.users.OktaUsersConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.sql.SqlConstants;

/**
 * Writes every user that changes into the table. Needs the beans {@code database}, a data source, and {@code cursors}, a state
 * repository. A user comes again if the process is killed before the cursor is stored, and writing a row again does no harm.
 */
public final class ExportRoutes extends RouteBuilder {
    private static final String USERS = "okta-users:list?mode=changes&name=user-export&offsetRepository=#cursors"
            + "&delay={{export.delay:60000}}&initialDelay={{export.initialDelay:0}}&limit={{export.limit:200}}"
            + "&horizon={{export.horizon:60000}}";

    private final String leader;
    private final Deliveries deliveries;

    /**
     * @param leader what stands before the consumer's URI: empty, or {@code master:NAME:} to have one consumer in a cluster
     */
    public ExportRoutes(String leader, Deliveries deliveries) {
        this.leader = leader;
        this.deliveries = deliveries;
    }

    @Override
    public void configure() {
        from(leader + USERS)
                .routeId("user-export")
                .choice()
                .when(isGone())
                .process(ExportRoutes::gone)
                .to(UserTable.MARK_GONE)
                .otherwise()
                .process(ExportRoutes::row)
                .to(UserTable.UPDATE)
                .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(0))
                .to(UserTable.INSERT)
                .end()
                .end()
                .process(this::written);
    }

    private static Predicate isGone() {
        return exchange -> {
            Object type = exchange.getMessage().getHeader(OktaUsersConstants.CHANGE_TYPE);
            return "deleted".equals(type) || "outOfScope".equals(type);
        };
    }

    private static void gone(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setBody(UserRow.gone(id(message), message.getHeader(OktaUsersConstants.CHANGE_TYPE, String.class)));
    }

    private static void row(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(UserRow.of(exchange.getMessage().getMandatoryBody(Map.class)));
    }

    @SuppressWarnings("unchecked")
    private void written(Exchange exchange) {
        deliveries.written(exchange.getMessage().getBody(Map.class));
    }

    private static String id(Message message) {
        return message.getBody(Map.class).get("id").toString();
    }
}
