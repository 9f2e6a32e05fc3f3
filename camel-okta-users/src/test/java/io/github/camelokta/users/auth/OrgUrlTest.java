/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrgUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.okta.com, https://acme.okta.com",
        "https://acme.okta.com/, https://acme.okta.com",
        "' https://acme.okta.com\n', https://acme.okta.com",
        "HTTPS://Acme.OKTA.com, https://acme.okta.com",
        "https://acme.okta.com:443, https://acme.okta.com",
        "https://acme.okta.com:8443/, https://acme.okta.com:8443",
        "https://login.acme.com, https://login.acme.com",
        "https://acme.oktapreview.com, https://acme.oktapreview.com",
        "https://sys-administration.okta.com, https://sys-administration.okta.com",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.1.2.3, http://127.1.2.3",
        "http://[::1]:8080, http://[::1]:8080",
        "https://localhost, https://localhost",
    })
    void an_origin_is_read(String text, String origin) {
        assertThat(OrgUrl.parse(text)).hasToString(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.okta.com, is no absolute URL with a host",
        "https://, is no URL",
        "https:///, is no absolute URL with a host",
        "https://acme okta.com, is no URL",
        "https://acme_corp.okta.com, is no absolute URL with a host",
        "{{okta.url}}, is no URL",
        "https://anna:pass@acme.okta.com, holds user information: remove all between // and @",
        "https://anna@acme.okta.com, holds user information: remove all between // and @",
        "http://acme.okta.com, must start with https://",
        "http://localhost.evil.example.com, must start with https://",
        "http://127.0.0.1.evil.example.com, must start with https://",
        "http://0.0.0.0, must start with https://",
        "http://10.0.0.1, must start with https://",
        "ftp://acme.okta.com, must start with https://",
        "https://acme.okta.com/api/v1, 'must end after the host: remove the path, query and fragment'",
        "https://acme.okta.com//, 'must end after the host: remove the path, query and fragment'",
        "https://acme.okta.com?a=b, 'must end after the host: remove the path, query and fragment'",
        "https://acme.okta.com#a, 'must end after the host: remove the path, query and fragment'",
        "https://acme-admin.okta.com, names the admin console: remove -admin from the host",
        "https://acme-ADMIN.okta.com, names the admin console: remove -admin from the host",
        "https://acme-admin.oktapreview.com, names the admin console: remove -admin from the host",
        "https://acme-admin.okta-emea.com, names the admin console: remove -admin from the host",
        "https://acme-admin.okta-gov.com, names the admin console: remove -admin from the host",
        "https://acme-admin.okta.mil, names the admin console: remove -admin from the host",
        "https://acme.okta.com.com, ends with .com.com: remove one",
        "https://acme.okta.com:99999, names a port that does not exist",
        "https://acme.okta.com:0, names a port that does not exist",
    })
    void anything_else_is_refused_with_the_remedy_and_is_not_repeated(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrgUrl.parse(text))
                .withMessageStartingWith("Option orgUrl " + why)
                .withMessageEndingWith("; it looks like https://acme.okta.com")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00CanarySecret",
                "00Canary Secret",
                "https://00CanarySecret@acme.okta.com",
                "https://acme.okta.com/00CanarySecret",
                "https://acme.okta.com?token=00CanarySecret",
                "http://00CanarySecret",
                "https://00CanarySecret-admin.okta.com",
                "https://acme.okta.com:00CanarySecret",
            })
    void a_secret_that_was_pasted_into_it_does_not_show(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrgUrl.parse(text))
                .satisfies(e -> assertThat(e).hasStackTraceContaining("OrgUrl"))
                .satisfies(e -> assertThat(e.toString()).doesNotContainIgnoringCase("canary"))
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.okta.com/x, true",
        "https://ACME.okta.com:443/x?y, true",
        "http://acme.okta.com/x, false",
        "https://acme.okta.com:444/x, false",
        "https://acme.okta.com.evil.com/x, false",
        "https://acme.okta.com@evil.com/x, false",
        "https://evil@acme.okta.com/x, false",
        "/x, false",
        "mailto:acme.okta.com, false",
    })
    void a_URL_is_of_the_org_or_not(String url, boolean same) {
        assertThat(OrgUrl.parse("https://acme.okta.com").isOriginOf(URI.create(url)))
                .isEqualTo(same);
    }
}
