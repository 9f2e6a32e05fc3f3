/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.source.ListedUserReader;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A page of 200 users is read with what the cursor needs of each, the fingerprint included. */
@State(Scope.Benchmark)
public class CursorBenchmark {
    private final JsonBytes page = JsonBytes.of(SampleUsers.page());
    private final ListedUserReader reader = new ListedUserReader();

    @Benchmark
    public List<ListedUser> pageWithFingerprints() throws IOException {
        return reader.read(page);
    }
}
