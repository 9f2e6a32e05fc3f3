/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.springboot;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.camelokta.users.OktaUsersComponent;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** TLS out of {@code spring.ssl.bundle}, with keys made for this run and an org that wants to see the client's certificate. */
class SslBundleTest {
    private static final String STORE = "spring.ssl.bundle.jks.okta.";

    @TempDir
    static Path directory;

    private static TestKey org;
    private static TestKey client;
    private static WireMockServer okta;

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SslAutoConfiguration.class,
                    CamelAutoConfiguration.class,
                    OktaUsersComponentAutoConfiguration.class))
            .withPropertyValues(
                    "camel.component.okta-users.org-url=https://localhost:" + okta.httpsPort(),
                    "camel.component.okta-users.token=00t",
                    "camel.component.okta-users.max-attempts=1");

    @BeforeAll
    static void start() throws Exception {
        org = TestKey.make(directory, "localhost");
        client = TestKey.make(directory, "client");
        okta = new WireMockServer(WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystoreType(TestKey.TYPE)
                .keystorePath(org.store())
                .keystorePassword(TestKey.PASSWORD)
                .keyManagerPassword(TestKey.PASSWORD)
                .needClientAuth(true)
                .trustStoreType(TestKey.TYPE)
                .trustStorePath(client.store())
                .trustStorePassword(TestKey.PASSWORD));
        okta.start();
    }

    @AfterAll
    static void stop() {
        okta.stop();
    }

    @BeforeEach
    void answer() {
        okta.resetAll();
        okta.stubFor(post(anyUrl()).willReturn(ok("{}")));
    }

    @Test
    void the_org_is_called_with_the_trust_and_the_key_of_the_bundle() {
        bundle(client, org).run(app -> {
            suspend(app);
            okta.verify(postRequestedFor(anyUrl()));
        });
    }

    @Test
    void a_bundle_of_pem_files_does_as_well() {
        spring.withPropertyValues(
                        "camel.component.okta-users.ssl-bundle=okta",
                        "spring.ssl.bundle.pem.okta.keystore.certificate=file:" + client.certificate(),
                        "spring.ssl.bundle.pem.okta.keystore.private-key=file:" + client.privateKey(),
                        "spring.ssl.bundle.pem.okta.truststore.certificate=file:" + org.certificate())
                .run(app -> assertThatCode(() -> suspend(app)).doesNotThrowAnyException());
    }

    @Test
    void an_org_that_the_bundle_does_not_trust_is_not_called() {
        bundle(client, client).run(app -> assertThatThrownBy(() -> suspend(app))
                .hasRootCauseMessage("unable to find valid certification path to requested target"));
        okta.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void without_the_bundle_the_org_is_not_trusted() {
        spring.run(app ->
                assertThatThrownBy(() -> suspend(app)).hasStackTraceContaining(SSLHandshakeException.class.getName()));
    }

    @Test
    void ciphers_and_protocols_of_the_bundle_are_kept() {
        bundle(client, org)
                .withPropertyValues(
                        STORE + "protocol=TLSv1.2",
                        STORE + "options.enabled-protocols=TLSv1.2",
                        STORE + "options.ciphers=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")
                .run(app -> {
                    SSLContextParameters ssl = component(app).getSslContextParameters();
                    assertThat(ssl.getSecureSocketProtocol()).isEqualTo("TLSv1.2");
                    assertThat(ssl.createSSLContext(app.getBean(CamelContext.class))
                                    .createSSLEngine())
                            .satisfies(engine ->
                                    assertThat(engine.getEnabledProtocols()).containsExactly("TLSv1.2"))
                            .satisfies(engine -> assertThat(engine.getEnabledCipherSuites())
                                    .containsExactly("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
                    suspend(app);
                });
    }

    @Test
    void a_bundle_that_is_not_there_is_named_in_the_failure() {
        spring.withPropertyValues("camel.component.okta-users.ssl-bundle=nowhere")
                .run(app -> assertThatThrownBy(() -> component(app))
                        .rootCause()
                        .isInstanceOf(NoSuchSslBundleException.class)
                        .hasMessageContaining("nowhere"));
    }

    @Test
    void a_bundle_and_parameters_at_once_are_refused() {
        bundle(client, org)
                .withPropertyValues("camel.component.okta-users.ssl-context-parameters=#bean:mine")
                .run(app -> assertThatThrownBy(() -> component(app))
                        .hasRootCauseMessage("camel.component.okta-users.ssl-bundle and ssl-context-parameters exclude"
                                + " each other: set one of them"));
    }

    @Test
    void without_spring_boots_ssl_bundles_the_failure_says_so() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(CamelAutoConfiguration.class, OktaUsersComponentAutoConfiguration.class))
                .withPropertyValues("camel.component.okta-users.ssl-bundle=okta")
                .run(app -> assertThatThrownBy(() -> component(app))
                        .hasRootCauseMessage("camel.component.okta-users.ssl-bundle=okta needs Spring Boot's"
                                + " SslAutoConfiguration, which is excluded"));
    }

    private ApplicationContextRunner bundle(TestKey key, TestKey trusted) {
        ApplicationContextRunner named = spring.withPropertyValues("camel.component.okta-users.ssl-bundle=okta");
        return with(with(named, "keystore", key), "truststore", trusted);
    }

    private static ApplicationContextRunner with(ApplicationContextRunner spring, String part, TestKey key) {
        return spring.withPropertyValues(
                "spring.ssl.bundle.jks.okta." + part + ".location=file:" + key.store(),
                "spring.ssl.bundle.jks.okta." + part + ".password=" + TestKey.PASSWORD);
    }

    private static void suspend(BeanFactory app) {
        app.getBean(ProducerTemplate.class).requestBody("okta-users:suspend?userId=00u1", "");
    }

    private static OktaUsersComponent component(BeanFactory app) {
        return app.getBean(CamelContext.class).getComponent("okta-users", OktaUsersComponent.class);
    }
}
