/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.producer.RequestBinder;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message becomes a request. */
@State(Scope.Benchmark)
public class BindBenchmark {
    private RequestBinder suspend;
    private RequestBinder update;
    private Message message;

    @Setup
    public void fill() {
        OrgUrl org = OrgUrl.parse("https://acme.okta.com");
        ObjectMapper json = new ObjectMapper();
        suspend = new RequestBinder(OktaUsersOperation.suspend, org, param -> null, json);
        update = new RequestBinder(OktaUsersOperation.update, org, param -> null, json);
        message = new DefaultMessage(new DefaultCamelContext());
        message.setHeader(OktaUsersConstants.USER_ID, "00ub0oNGTSWTBKOLGLNR");
        message.setBody(Map.of("profile", Map.of("department", "Sales", "title", "Clerk")));
    }

    @Benchmark
    public OktaRequest bindPath() {
        return suspend.bind(message);
    }

    @Benchmark
    public OktaRequest bindBody() {
        return update.bind(message);
    }
}
