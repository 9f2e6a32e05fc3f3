/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import io.github.camelokta.users.http.PercentEncoder;
import io.github.camelokta.users.http.paging.LinkHeader;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The next page is found in an answer's headers, and values are encoded. */
@State(Scope.Benchmark)
public class LinkBenchmark {
    private final List<String> lines = List.of(
            "<https://acme.okta.com/api/v1/users?limit=200>; rel=\"self\"",
            "<https://acme.okta.com/api/v1/users?after=100u65xtp32NovHoPx1d7&limit=200>; rel=\"next\"");
    private final String id = "00ub0oNGTSWTBKOLGLNR";
    private final String login = "zoe+test@example.com";

    @Benchmark
    public Optional<String> nextLink() {
        return LinkHeader.next(lines);
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
