/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.github.camelokta.simulator.api.UsersApi;
import io.github.camelokta.simulator.fault.Fault;
import io.github.camelokta.simulator.fault.FaultPlan;
import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;
import io.github.camelokta.simulator.http.UrlDecoder;
import io.github.camelokta.simulator.page.WebPage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The WireMock server in front of an org: one stub of lowest priority that the org answers, and a log of all that was answered. */
final class OrgServer {
    private OrgServer() {}

    /** A server that does not listen yet. */
    static WireMockServer of(
            OktaSimulatorBuilder setup, UsersApi org, FaultPlan faults, WebPage page, RequestLog log, Clock clock) {
        return new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(setup.port)
                .containerThreads(72)
                .jettyAcceptors(1)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE)
                .maxRequestJournalEntries(1_000)
                .maxLoggedResponseSize(16_384)
                .stubRequestLoggingDisabled(true)
                .notifier(new Slf4jNotifier(false))
                .extensions(
                        new CatchAllStub(),
                        new OrgTransformer(org, faults, page, setup.sleeper),
                        new LogListener(log, page, clock)));
    }

    private static OrgRequest request(Request request) {
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

    /**
     * The stub of lowest priority that stands for the org. Being one of WireMock's default mappings it survives
     * {@code wireMock().resetAll()}.
     */
    private static final class CatchAllStub implements MappingsLoaderExtension {

        @Override
        public String getName() {
            return "simulated-okta-catch-all";
        }

        @Override
        public void loadMappingsInto(StubMappings mappings) {
            StubMapping stub = any(anyUrl())
                    .atPriority(Integer.MAX_VALUE)
                    .willReturn(aResponse().withTransformers(OrgTransformer.NAME))
                    .build();
            mappings.addMapping(stub);
        }
    }

    /** Lets the simulated org fill the answer of WireMock's catch-all stub. */
    private static final class OrgTransformer implements ResponseTransformerV2 {
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
            boolean reset =
                    fault.map(Fault::kind).filter(Fault.Kind.RESET::equals).isPresent();
            return response(reply, reset ? com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER : null);
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

    /** Writes each request into the log, whoever answered it, right before the answer goes out. */
    private static final class LogListener implements ServeEventListener {
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
            OrgRequest request = request(event.getRequest());
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
                    reset || event.getResponse() == null
                            ? 0
                            : event.getResponse().getStatus(),
                    clock.instant()));
        }
    }
}
