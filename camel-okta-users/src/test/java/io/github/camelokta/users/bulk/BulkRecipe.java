/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The recipe of the manual for many calls. */
// spotless:off
public final class BulkRecipe extends RouteBuilder {
    @Override
    public void configure() {
        getContext().getExecutorServiceManager().registerThreadPoolProfile(new ThreadPoolProfileBuilder("bulk")
            .poolSize(10).maxPoolSize(10)                 // calls at once; the rate limit sets the pace
            .maxQueueSize(20)                             // read ahead of them; then the reader works too
            .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
            .build());

        from("direct:suspend-many")                       // the body: ids, as List, Iterator, Stream ...
            .split(body(), new BulkResult.Strategy()).streaming().parallelProcessing().executorService("bulk")
                .setHeader("CamelOktaUsersUserId", body())
                .to("okta-users:suspend")
            .end()
            .log("${body.done} done, ${body.failed.size} failed: ${body.failed}");

        from("direct:suspend-until-one-fails")            // nothing is begun after the first failure
            .split(body(), new BulkResult.Strategy()).streaming().stopOnException()
                .setHeader("CamelOktaUsersUserId", body())
                .to("okta-users:suspend")
            .end();
    }
}
// spotless:on
