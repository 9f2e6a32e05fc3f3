/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static io.github.camelokta.users.support.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelokta.users.api.OktaUsersException;
import io.github.camelokta.users.http.CallContext;
import io.github.camelokta.users.http.NotSentException;
import io.github.camelokta.users.http.Priority;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.support.RawServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a key made for this run. */
class TlsTest extends TransportFixture {
    @TempDir
    static Path directory;

    private static Path localhost;
    private static Path elsewhere;

    @BeforeAll
    static void makeKeys() throws Exception {
        localhost = TlsKeys.make(directory, "localhost");
        elsewhere = TlsKeys.make(directory, "elsewhere.example.com");
    }

    @Test
    void an_org_whose_certificate_sslContextParameters_trust_is_called() throws Exception {
        ssl = TlsKeys.trusting(localhost);
        assertCalled();
    }

    @Test
    void so_is_one_that_the_global_parameters_trust() throws Exception {
        context.setSSLContextParameters(TlsKeys.trusting(localhost));
        globalSsl = true;
        assertCalled();
    }

    private void assertCalled() throws Exception {
        try (RawServer okta = new RawServer(
                (request, out, connection) -> RawServer.write(out, answer("200 OK", "{}")),
                TlsKeys.sockets(localhost))) {
            assertThat(client().send(
                                    request("https://localhost:" + okta.port(), OktaUsersOperation.get),
                                    CallContext.of(Priority.CALL))
                            .status())
                    .isEqualTo(200);
            assertThat(okta.requests()).hasSize(1);
        }
    }

    @Test
    void the_global_parameters_are_used_only_when_asked_for() throws Exception {
        context.setSSLContextParameters(TlsKeys.trusting(localhost));
        assertNotSent(localhost);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
        assertNotSent(localhost);
    }

    @Test
    void so_is_one_that_other_parameters_vouch_for() throws Exception {
        ssl = TlsKeys.trusting(elsewhere);
        assertNotSent(localhost);
    }

    @Test
    void so_is_one_of_another_host() throws Exception {
        ssl = TlsKeys.trusting(elsewhere);
        assertNotSent(elsewhere);
    }

    private void assertNotSent(Path key) throws Exception {
        try (RawServer okta = new RawServer(
                (request, out, connection) -> RawServer.write(out, answer("200 OK", "{}")), TlsKeys.sockets(key))) {
            String org = "https://localhost:" + okta.port();
            OktaUsersException e = catchThrowableOfType(OktaUsersException.class, () -> client().send(
                            request(org, OktaUsersOperation.get), CallContext.of(Priority.CALL)));
            assertThat(e)
                    .hasMessage("get failed: nothing was sent to " + org
                            + ": the TLS handshake failed; check sslContextParameters")
                    .hasCauseInstanceOf(NotSentException.class);
            assertThat(e.isRetryable()).isFalse();
            assertThat(okta.requests()).isEmpty();
        }
    }
}
