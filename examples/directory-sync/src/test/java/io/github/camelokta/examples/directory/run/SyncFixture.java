/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.simulator.OktaSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A directory of forty people, and an org in which thirty-two of them are already. */
abstract class SyncFixture {
    static final int PEOPLE = 40;

    /** Six pages. */
    static final String PAGE_SIZE = "7";

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    SampleDirectory directory;
    OktaSimulator okta;
    Audit audit;

    @BeforeEach
    final void start() throws Exception {
        directory = SampleDirectory.start(SamplePeople.range(0, PEOPLE));
        okta = SampleOrg.start(PEOPLE * 4 / 5);
        okta.requests().clear();
        audit = new Audit(okta);
    }

    @AfterEach
    final void stop() {
        okta.close();
        directory.close();
    }

    final Target target(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Demo.properties());
        properties.put("sync.maxChangePercent", "50");
        properties.put("ldap.pageSize", PAGE_SIZE);
        properties.putAll(more);
        return Target.simulated(okta.orgUrl(), okta.token(), directory.server(), properties);
    }

    /** What a real run on the two is started with. */
    final Map<String, String> environment() {
        LdapServer server = directory.server();
        return new HashMap<>(Map.of(
                "OKTA_CLIENT_ORGURL",
                okta.orgUrl(),
                "OKTA_CLIENT_TOKEN",
                okta.token(),
                "LDAP_URL",
                server.url(),
                "LDAP_BIND_DN",
                server.bindDn(),
                "LDAP_BIND_PASSWORD",
                server.password(),
                "LDAP_BASE",
                SampleDirectory.PEOPLE,
                "LDAP_PAGE_SIZE",
                PAGE_SIZE,
                "SYNC_SCOPE",
                SampleOrg.SCOPE,
                "SYNC_PROTECT",
                SampleOrg.PROTECT,
                "SYNC_MAX_CHANGE_PERCENT",
                "50"));
    }

    final int launch(Map<String, String> environment, String... args) {
        return new Launcher(environment, stream(out), stream(err), false).run(args);
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    final List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    final List<String> complained() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    final void empty() throws Exception {
        for (Person person : directory.people()) {
            directory.remove(person);
        }
    }
}
