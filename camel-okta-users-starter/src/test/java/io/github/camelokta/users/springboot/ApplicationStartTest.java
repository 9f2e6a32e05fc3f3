/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator reads when an application with a route to Okta starts. */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationStartTest {

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "DEBUG"})
    void the_log_names_the_org_and_shows_no_secret(String level, CapturedOutput log) {
        try (ConfigurableApplicationContext app = start(
                "--logging.level.root=" + level,
                "--my.secret=00tokenToHide",
                "--camel.component.okta-users.org-url=https://acme.okta.com",
                "--camel.component.okta-users.token=${my.secret}",
                "--camel.component.okta-users.proxy-host=proxy.example.com",
                "--camel.component.okta-users.proxy-port=3128",
                "--camel.component.okta-users.proxy-username=proxy-user",
                "--camel.component.okta-users.proxy-password=proxyPasswordToHide")) {
            assertThat(app.isRunning()).isTrue();
        }

        assertThat(log).contains("Okta org https://acme.okta.com").contains("as set on the component");
        assertThat(log).doesNotContain("00tokenToHide").doesNotContain("proxyPasswordToHide");
    }

    @Test
    void without_an_org_the_start_fails_with_the_remedy() {
        assertThatThrownBy(() -> start("--logging.level.root=OFF"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("No Okta org is set: set orgUrl and token on the component or the endpoint, or"
                        + " OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN in the environment");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(SuspendApplicationTest.Application.class).run(arguments);
    }
}
