/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.simulated;

import io.github.camelokta.simulator.LoggedRequest;
import io.github.camelokta.simulator.OktaSimulator;
import io.github.camelokta.simulator.junit.OktaSimulatorExtension;
import io.github.camelokta.simulator.oauth.ServiceApp;
import io.github.camelokta.simulator.org.UserStatus;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.OrgConfiguration;
import io.github.camelokta.users.support.Keys;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The component, which signs in to a simulated org as a service app. */
@ExtendWith(OktaSimulatorExtension.class)
abstract class ServiceAppRoutes {
    static final KeyPair PAIR = Keys.ec("secp256r1");
    static final String TOKEN = "POST /oauth2/v1/token";
    static final String ALL = "okta.users.read okta.users.manage okta.roles.read okta.roles.manage";

    @TempDir
    Path directory;

    final DefaultCamelContext context = new DefaultCamelContext();
    final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);
    OktaSimulator okta;

    @BeforeEach
    void start(OktaSimulator okta) throws Exception {
        this.okta = okta;
        okta.serviceApp(app());
        okta.addUser("ann@example.com", UserStatus.ACTIVE);
        setUp(component.getConfiguration());
        context.addComponent("okta-users", component);
        context.start();
    }

    final void setUp(OrgConfiguration configuration) {
        configuration.setOrgUrl(okta.orgUrl());
        configuration.setOauthClientId("0oaNightly");
        configuration.setPrivateKey(Keys.pem(PAIR.getPrivate()));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static ServiceApp app() {
        return ServiceApp.of("0oaNightly").key(PAIR.getPublic()).scopes(ALL.split(" "));
    }

    final List<LoggedRequest> tokenRequests() {
        return okta.requests().matching("POST", "/oauth2/v1/token");
    }

    final void succeeds(String uri) throws Exception {
        Exchange exchange = call(uri);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    final Exchange call(String uri) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withHeaders(Map.of("CamelOktaUsersUserId", "ann@example.com"))
                .send();
    }
}
