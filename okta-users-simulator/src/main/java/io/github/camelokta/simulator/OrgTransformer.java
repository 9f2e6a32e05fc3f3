/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.fault.FaultPlan;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.UrlDecoder;
import io.github.camelokta.simulator.page.WebPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets the simulated org fill the answer of WireMock's catch-all stub. */
final class OrgTransformer implements ResponseTransformerV2 {
    static final String NAME = "simulated-okta-org";

    private final UsersApi org;
    private final FaultPlan faults;
    private final WebPage page;
    private final Consumer<Duration> sleeper;

    OrgTransformer(UsersApi org, FaultPlan faults, WebPage page, Consumer<Duration> sleeper) {
        this.org = org;
        this.faults = faults;
        this.page = page;
        this.sleeper = sleeper;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response stub, ServeEvent event) {
        OrgRequest request = request(event.getRequest());
        if (page.serves(request)) {
            return response(page.answer(request), null);
        }
        Optional<Fault> fault = faults.next(request.method(), request.path());
        Reply reply = org.answer(request, fault);
        fault.map(Fault::delay).filter(delay -> !delay.isZero()).ifPresent(sleeper);
        boolean reset = fault.map(Fault::kind).filter(Fault.Kind.RESET::equals).isPresent();
        return response(reply, reset ? com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER : null);
    }

    static OrgRequest request(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
        }
        byte[] body = request.getBody();
        return new OrgRequest(
                request.getMethod().getName(),
                mark < 0 ? url : url.substring(0, mark),
                mark < 0 ? Map.of() : UrlDecoder.query(url.substring(mark + 1)),
                headers,
                body == null ? new byte[0] : body,
                "http://" + headers.getOrDefault("host", request.getHost() + ":" + request.getPort()));
    }

    private static Response response(Reply reply, com.github.tomakehurst.wiremock.http.Fault fault) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        reply.headers().forEach(line -> lines.computeIfAbsent(line.getKey(), key -> new ArrayList<>())
                .add(line.getValue()));
        List<HttpHeader> headers = new ArrayList<>();
        lines.forEach((name, values) -> headers.add(new HttpHeader(name, values)));
        return Response.response()
                .status(reply.status())
                .headers(new HttpHeaders(headers))
                .body(reply.bytes())
                .fault(fault)
                .build();
    }
}
