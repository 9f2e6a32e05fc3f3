/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations and sizes as texts: each is understood, or refused when the option is set. */
class NumberTextTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final OktaUsersComponent component = new OktaUsersComponent(context, name -> null);

    @BeforeEach
    void start() {
        context.addComponent("okta-users", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private OktaUsersEndpoint endpoint(String options) {
        return context.getEndpoint(
                "okta-users:list?orgUrl=https://acme.okta.com&token=x&mode=changes&" + options,
                OktaUsersEndpoint.class);
    }

    private void set(String option, String value) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty(option, value)
                .withIgnoreCase(true)
                .bind();
    }

    @ParameterizedTest
    @CsvSource({
        "60000, 60000",
        "60s, 60000",
        "5m, 300000",
        "1h30m, 5400000",
        "500ms, 500",
        "1m500ms, 60500",
        "2d, 172800000",
        "PT60S, 60000",
        "1m 30s, 90000",
    })
    void durations_are_understood_everywhere(String text, long millis) {
        assertThat(endpoint("horizon=" + text).getConfiguration().getHorizon()).isEqualTo(millis);
        assertThat(endpoint("delay=" + text).getDelay()).isEqualTo(millis);
        set("max-wait", text);
        assertThat(component.getMaxWait()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "60S", "1M", "5 minutes", "1.5s", "60s5", "-5s", "s", "PT", "P1Y", "PT-5S", "5m1h"})
    void another_text_is_refused_and_not_taken_for_nothing(String text) {
        for (String option : new String[] {"horizon", "detectDeletions", "delay", "initialDelay"}) {
            assertThatThrownBy(() -> endpoint(option + "=" + text))
                    .hasStackTraceContaining(
                            "Option " + option + " is no duration: write it in milliseconds, or like 60s, 5m,"
                                    + " 1h30m or PT60S (units in small letters)");
        }
        for (String option : new String[] {"connectTimeout", "responseTimeout", "maxWait"}) {
            assertThatThrownBy(() -> set(option, text)).hasStackTraceContaining("Option " + option + " is no duration");
        }
    }

    @ParameterizedTest
    @CsvSource({"64MB, 67108864", "64 mb, 67108864", "512KB, 524288", "1GB, 1073741824", "1000, 1000"})
    void sizes_are_understood(String text, long bytes) {
        set("max-response-size", text);
        assertThat(component.getMaxResponseSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64MiB", "lots", "64M", "1.5MB"})
    void another_size_is_refused(String text) {
        assertThatThrownBy(() -> set("maxResponseSize", text))
                .hasStackTraceContaining("Option maxResponseSize is no size: write it in bytes, or like 64MB");
    }
}
