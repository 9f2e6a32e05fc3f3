/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.http.paging.PageIterator;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.producer.RequestBinder;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The next page is found in an answer's headers, and values are encoded. */
@State(Scope.Benchmark)
public class LinkBenchmark {
    private final OktaResponse page = new OktaResponse(
            200, List.of(link("?limit=200", "self"), link("?after=100u65xtp32NovHoPx1d7&limit=200", "next")), null);
    private final String id = "00ub0oNGTSWTBKOLGLNR";
    private final String login = "zoe+test@example.com";
    private OktaRequest first;

    private static OktaResponse.Header link(String query, String relation) {
        return new OktaResponse.Header(
                "Link", "<https://acme.okta.com/api/v1/users" + query + ">; rel=\"" + relation + "\"");
    }

    @Setup
    public void bind() {
        first = new RequestBinder(
                        OktaUsersOperation.list,
                        OrgUrl.parse("https://acme.okta.com"),
                        param -> null,
                        new ObjectMapper())
                .bind(new DefaultMessage(new DefaultCamelContext()));
    }

    @Benchmark
    public Optional<String> nextPage() {
        PageIterator<OktaResponse> pages = new PageIterator<>(
                (request, context) -> page, first, () -> CallContext.of(Priority.CALL), answer -> answer);
        pages.next();
        return pages.nextAfter();
    }

    @Benchmark
    public String encodeId() {
        return PercentEncoder.encode(id);
    }

    @Benchmark
    public String encodeLogin() {
        return PercentEncoder.encode(login);
    }
}
