/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.camelokta.simulator.OktaSimulator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Everything that could lead to a real org or directory is set, and leads to a port on which nobody listens. */
    @Test
    void it_keeps_its_promises_and_to_itself() {
        Map<String, String> environment = Map.of(
                "OKTA_CLIENT_ORGURL", "http://127.0.0.1:1",
                "OKTA_CLIENT_TOKEN", "00real",
                "LDAP_URL", "ldaps://127.0.0.1:1",
                "LDAP_BASE", "dc=real",
                "SYNC_SCOPE", "status pr",
                "SYNC_MAX_DEACTIVATIONS", "1000000");
        Launcher launcher = new Launcher(environment, SyncFixture.stream(out), SyncFixture.stream(err), false);

        assertThat(launcher.run()).as(this::printed).isZero();

        List<String> lines = printed().lines().toList();
        assertThat(lines.get(0))
                .matches("Okta: simulated org at http://127\\.0\\.0\\.1:\\d+,"
                        + " directory: embedded at ldap://127\\.0\\.0\\.1:\\d+");
        assertThat(lines).element(1).asString().startsWith("2,000 people in the directory, 1,631 users in the org");
        assertThat(lines)
                .contains("The plan, by a dry run: 2,006 users, 1,512 of them as they should be; 893 calls to make.");
        assertThat(lines).contains("  100 %  893 of 893 calls", "  100 %  5 of 5 calls");
        assertThat(lines).anyMatch(line -> line.matches("first run +400 +80 +8 +0 +5 +1,512 +1 +893 +\\S+"));
        assertThat(lines).anyMatch(line -> line.matches("second run +1 +1 +1 +0 +1 +2,002 +1 +5 +\\S+"));
        assertThat(lines).anyMatch(line -> line.startsWith("Refused: 1001 users would be deactivated"));
        assertThat(lines).anyMatch(line -> line.matches("third run +refused by the guard"));
        assertThat(lines).last().asString().startsWith("Checked against the org's state");
        assertThat(err.size()).isZero();
    }

    @Test
    void a_promise_that_is_not_kept_is_exit_code_1() throws Exception {
        Demo demo = new Demo(SyncFixture.stream(out), false, 200, DemoTest::orgThatOnlySaysSo);

        assertThat(demo.run()).isEqualTo(1);

        assertThat(printed().lines())
                .anyMatch(line -> line.matches("NOT AS TOLD: first run: 00u\\S+ is ACTIVE and not in the directory"));
    }

    private static OktaSimulator orgThatOnlySaysSo(int present) {
        OktaSimulator okta = SampleOrg.start(present);
        okta.wireMock()
                .stubFor(WireMock.post(WireMock.urlPathMatching(".*/lifecycle/deactivate"))
                        .willReturn(WireMock.okJson("{}")));
        return okta;
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
