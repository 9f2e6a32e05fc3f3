/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.camelhttp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.benchmarks.routes.RouteSubject;
import io.github.camelokta.benchmarks.worker.Worker;
import java.util.List;
import org.apache.camel.Exchange;

/** Routes with Camel HTTP, as a user of Camel would write them; {@code stock} keeps to the options' defaults. */
public final class CamelHttpSubject extends RouteSubject {
    private static final String NEXT = "; rel=\"next\"";

    private UserSink sink;

    private CamelHttpSubject(String url, String option) throws Exception {
        String options = option.equals("stock") ? "" : "?connectionsPerRoute=64";
        start(new UserRoutes(url + "/api/v1/users", options, this::take));
    }

    public static void main(String[] args) throws Exception {
        Worker.serve(args, CamelHttpSubject::new);
    }

    private void take(Exchange exchange) {
        JsonNode user = exchange.getMessage().getBody(JsonNode.class);
        sink.take(user.get("id").textValue(), user);
    }

    /** The next URL in what Camel makes of one header line, or of several. */
    static String next(Object link) {
        List<?> lines = link instanceof List<?> several ? several : link == null ? List.of() : List.of(link);
        for (Object line : lines) {
            String value = line.toString();
            if (value.endsWith(NEXT)) {
                return value.substring(1, value.length() - NEXT.length() - 1);
            }
        }
        return null;
    }

    @Override
    protected void address(Exchange exchange, String id) {
        exchange.setProperty(UserRoutes.ID, id);
    }

    @Override
    public void list(UserSink users) throws Exception {
        sink = users;
        call("direct:list", null);
    }
}
