/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.result.ResultReader;
import io.github.camelokta.users.result.ResultReaders;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of 200 users is cut. */
@State(Scope.Benchmark)
public class PageBenchmark {
    private final JsonBytes page = JsonBytes.of(SampleUsers.page());
    private final ResultReader maps = ResultReaders.of(ResultFormat.map, null, new ObjectMapper());
    private final ResultReader bytes = ResultReaders.of(ResultFormat.bytes, null, new ObjectMapper());

    @Benchmark
    public List<Object> pageAsMaps() throws IOException {
        return maps.elements(page);
    }

    @Benchmark
    public List<Object> pageAsBytes() throws IOException {
        return bytes.elements(page);
    }
}
