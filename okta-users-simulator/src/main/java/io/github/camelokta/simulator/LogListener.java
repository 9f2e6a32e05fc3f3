/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.page.WebPage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes each request into the log, whoever answered it, right before the answer goes out. */
final class LogListener implements ServeEventListener {
    private final RequestLog log;
    private final WebPage page;
    private final Clock clock;

    LogListener(RequestLog log, WebPage page, Clock clock) {
        this.log = log;
        this.page = page;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "simulated-okta-request-log";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        OrgRequest request = OrgTransformer.request(event.getRequest());
        if (page.serves(request)) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.computeIfPresent("authorization", (name, value) -> "***");
        boolean reset = event.getResponse() != null && event.getResponse().getFault() != null;
        log.add(new LoggedRequest(
                request.method(),
                request.path(),
                request.query(),
                headers,
                new String(request.body(), StandardCharsets.UTF_8),
                reset || event.getResponse() == null ? 0 : event.getResponse().getStatus(),
                clock.instant()));
    }
}
