/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.oktasdk;

import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.cache.Caches;
import com.okta.sdk.impl.client.DefaultClientBuilder;
import com.okta.sdk.resource.api.UserApi;
import com.okta.sdk.resource.api.UserLifecycleApi;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.model.User;
import com.okta.sdk.resource.model.UserGetSingleton;
import io.github.camelokta.benchmarks.routes.RouteSubject;
import io.github.camelokta.benchmarks.worker.Worker;
import java.util.Iterator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Okta's SDK as a bean in routes, with 64 connections and no cache; {@code stock} keeps to what its builder gives. */
public final class OktaSdkSubject extends RouteSubject {
    private final UserApi users;
    private final UserLifecycleApi lifecycle;
    private UserSink sink;

    private OktaSdkSubject(String url, String option) throws Exception {
        System.setProperty("okta.testing.disableHttpsCheck", "true");
        DefaultClientBuilder builder = option.equals("stock") ? new DefaultClientBuilder() : new WideClientBuilder();
        if (!option.equals("stock")) {
            builder.setCacheManager(Caches.newDisabledCacheManager());
        }
        ApiClient client = builder.setOrgUrl(url)
                .setClientCredentials(new TokenClientCredentials("benchmark"))
                .build();
        users = new UserApi(client);
        lifecycle = new UserLifecycleApi(client);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:get").bean(OktaSdkSubject.this, "read");
                from("direct:suspend").bean(OktaSdkSubject.this, "lock");
                from("direct:list")
                        .bean(OktaSdkSubject.this, "all")
                        .split(body())
                        .streaming()
                        .process(OktaSdkSubject.this::take);
            }
        });
    }

    public static void main(String[] args) throws Exception {
        Worker.serve(args, OktaSdkSubject::new);
    }

    public UserGetSingleton read(@Body String id) {
        return users.getUser(id, null, null);
    }

    public void lock(@Body String id) {
        lifecycle.suspendUser(id);
    }

    public Iterator<User> all() {
        return new UserPages(users);
    }

    private void take(Exchange exchange) {
        User user = exchange.getMessage().getBody(User.class);
        sink.take(user.getId(), user);
    }

    @Override
    protected void address(Exchange exchange, String id) {
        exchange.getMessage().setBody(id);
    }

    @Override
    public void list(UserSink all) throws Exception {
        sink = all;
        call("direct:list", null);
    }
}
