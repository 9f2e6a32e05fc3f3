/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgSettings.Source;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One set of org and credentials, from one place. */
class OrgSettingsTest {
    private static final String URL = "https://acme.okta.com";
    private static final String CANARY = "00CanarySecret";
    private static final CredentialsFactory FACTORY = new CredentialsFactory(
            (org, path, headers, form) -> {
                throw new AssertionError("Nothing is sent at start");
            },
            name -> null);
    private static final OrgSettings NONE = settings(Source.ENDPOINT, Map.of());

    @Test
    void the_endpoint_comes_before_the_component_and_the_component_before_the_environment() {
        OrgSettings endpoint = settings(Source.ENDPOINT, Map.of(Option.token, "a"));
        OrgSettings component = settings(Source.COMPONENT, Map.of(Option.orgUrl, URL));
        OrgSettings environment = settings(Source.ENVIRONMENT, Map.of(Option.token, "c"));

        assertThat(OrgSettings.firstGiven(endpoint, component, environment)).isSameAs(endpoint);
        assertThat(OrgSettings.firstGiven(NONE, component, environment)).isSameAs(component);
        assertThat(OrgSettings.firstGiven(NONE, settings(Source.COMPONENT, Map.of()), environment))
                .isSameAs(environment);
    }

    @Test
    void a_bean_alone_makes_a_set_given() {
        OrgSettings component = OrgSettings.of(Source.COMPONENT, option -> null, new NoCredentials());
        assertThat(OrgSettings.firstGiven(NONE, component, NONE)).isSameAs(component);
    }

    @Test
    void blank_counts_as_not_given() {
        OrgSettings blank = settings(Source.ENDPOINT, Map.of(Option.token, " ", Option.orgUrl, ""));
        OrgSettings component = settings(Source.COMPONENT, Map.of(Option.orgUrl, URL));
        assertThat(OrgSettings.firstGiven(blank, component)).isSameAs(component);
    }

    @Test
    void nothing_anywhere_says_what_to_set() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrgSettings.firstGiven(NONE, OrgSettings.ofEnvironment(name -> null))
                        .org())
                .withMessage("No Okta org is set: set orgUrl and token on the component or the endpoint, or"
                        + " OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN in the environment");
    }

    @Test
    void the_environment_is_read_by_the_names_of_Oktas_tools() {
        OrgSettings settings = OrgSettings.ofEnvironment(name -> name.startsWith("OKTA_CLIENT_") ? name : null);
        assertThat(settings.values())
                .isEqualTo(Map.of(
                        Option.orgUrl, "OKTA_CLIENT_ORGURL",
                        Option.token, "OKTA_CLIENT_TOKEN",
                        Option.oauthClientId, "OKTA_CLIENT_CLIENTID",
                        Option.privateKey, "OKTA_CLIENT_PRIVATEKEY",
                        Option.oauthScopes, "OKTA_CLIENT_SCOPES",
                        Option.oauthKeyId, "OKTA_CLIENT_KID"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENDPOINT, Credentials are set on the endpoint but not orgUrl",
        "COMPONENT, Credentials are set on the component but not orgUrl",
        "ENVIRONMENT, Credentials are set on the environment but not OKTA_CLIENT_ORGURL",
    })
    void a_credential_without_an_org_is_refused_with_the_name_that_is_right_there(Source source, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(source, Map.of(Option.token, CANARY)).org())
                .withMessage(sentence + ": set it there too (org and credentials come from one place)");
    }

    static List<Arguments> contradictions() {
        return List.of(
                Arguments.of(Map.of(), "An org is set on the endpoint but no credential: set token there too"),
                Arguments.of(
                        Map.of(Option.dpop, "auto"),
                        "An org is set on the endpoint but no credential: set token there too"),
                Arguments.of(
                        Map.of(Option.token, CANARY, Option.accessToken, CANARY),
                        "More than one kind of credential is set on the endpoint: token and accessToken; keep one"),
                Arguments.of(
                        Map.of(Option.token, CANARY, Option.oauthClientId, "x"),
                        "More than one kind of credential is set on the endpoint: token and oauthClientId; keep one"),
                Arguments.of(
                        Map.of(Option.accessToken, CANARY, Option.privateKey, CANARY),
                        "More than one kind of credential is set on the endpoint: accessToken and oauthClientId;"),
                Arguments.of(
                        Map.of(Option.token, CANARY, Option.oauthScopes, "x"),
                        "More than one kind of credential is set on the endpoint: token and oauthClientId; keep one"),
                Arguments.of(
                        Map.of(Option.oauthClientId, "x"),
                        "An OAuth 2.0 service app is set on the endpoint without privateKey: set it there too"),
                Arguments.of(
                        Map.of(Option.privateKey, CANARY),
                        "An OAuth 2.0 service app is set on the endpoint without oauthClientId: set it there too"),
                Arguments.of(
                        Map.of(Option.oauthScopes, "x"),
                        "An OAuth 2.0 service app is set on the endpoint without oauthClientId and privateKey"),
                Arguments.of(
                        Map.of(Option.oauthKeyId, "x"),
                        "An OAuth 2.0 service app is set on the endpoint without oauthClientId and privateKey"),
                Arguments.of(
                        Map.of(Option.oauthClientId, "x", Option.privateKey, CANARY),
                        "Option privateKey is neither a PKCS#8 PEM nor a JWK"),
                Arguments.of(
                        Map.of(Option.token, CANARY, Option.dpop, "true"),
                        "Option dpop is true, but a token that is given cannot be bound to a key: remove it, or sign in"
                                + " with oauthClientId and privateKey"),
                Arguments.of(
                        Map.of(Option.token, CANARY, Option.dpop, CANARY),
                        "Option dpop has another value: set it to auto, true or false"),
                Arguments.of(Map.of(Option.token, "a " + CANARY), "Option token holds a blank or a line break inside"),
                Arguments.of(Map.of(Option.token, "a\n" + CANARY), "Option token holds a blank or a line break inside"),
                Arguments.of(Map.of(Option.token, CANARY + "\u00a0"), "Option token holds a character"),
                Arguments.of(
                        Map.of(Option.accessToken, "Bearer " + CANARY + " x"), "Option accessToken holds a blank"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void a_set_that_is_incomplete_or_contradicts_itself_gets_one_sentence(Map<Option, String> values, String sentence) {
        Map<Option, String> all = new EnumMap<>(Option.class);
        all.put(Option.orgUrl, URL);
        all.putAll(values);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FACTORY.create(settings(Source.ENDPOINT, all)))
                .withMessageStartingWith(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY, "\n"))
                .withNoCause();
    }

    @Test
    void a_bean_and_a_token_are_one_too_many() {
        OrgSettings both = OrgSettings.of(Source.COMPONENT, Map.of(Option.token, CANARY)::get, new NoCredentials());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FACTORY.create(both))
                .withMessage("More than one kind of credential is set on the component: a credentials bean and token;"
                        + " keep one");
    }

    @Test
    void a_bean_is_taken_as_it_is() {
        NoCredentials bean = new NoCredentials();
        assertThat(FACTORY.create(OrgSettings.of(Source.COMPONENT, Map.of(Option.orgUrl, URL)::get, bean)))
                .isSameAs(bean);
    }

    @ParameterizedTest
    @CsvSource({"token, SSWS " + CANARY, "accessToken, Bearer " + CANARY})
    void a_token_becomes_the_header_that_Okta_expects(Option option, String header) {
        Credentials credentials = FACTORY.create(settings(Source.COMPONENT, Map.of(option, " " + CANARY + "\n")));
        assertThat(credentials.headersFor(null)).isEqualTo(Map.of("Authorization", header));
        assertThat(credentials.secrets()).containsExactly(CANARY);
    }

    @Test
    void no_text_of_a_set_shows_a_value() {
        OrgSettings settings = settings(
                Source.COMPONENT,
                Map.of(Option.orgUrl, URL, Option.token, CANARY, Option.privateKey, CANARY, Option.dpop, CANARY));
        assertThat(settings).hasToString("the component [orgUrl, token, privateKey, dpop]");
        assertThat(FACTORY.create(settings(Source.COMPONENT, Map.of(Option.token, CANARY))))
                .hasToString("SSWS token");
    }

    private static OrgSettings settings(Source source, Map<Option, String> values) {
        return OrgSettings.of(source, values::get, null);
    }

    private static final class NoCredentials implements Credentials {
        @Override
        public Map<String, String> headersFor(AuthorizedCall call) {
            return Map.of();
        }

        @Override
        public Collection<String> secrets() {
            return List.of();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${OKTA_TOKEN}", " ${OKTA_TOKEN:} ", "{{okta.token}}", "$OKTA_TOKEN", "%OKTA_TOKEN%"})
    void a_placeholder_that_nothing_has_filled_in_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Source.COMPONENT, Map.of(Option.orgUrl, URL, Option.token, value))
                        .org())
                .withMessage("Option token is a placeholder that nothing has filled in: set the variable or property"
                        + " that it names");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        settings(Source.COMPONENT, Map.of(Option.orgUrl, value)).org())
                .withMessageStartingWith("Option orgUrl is a placeholder");
    }
}
