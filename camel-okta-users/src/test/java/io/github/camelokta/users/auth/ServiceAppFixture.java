/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import io.github.camelokta.users.api.AuthorizedCall;
import io.github.camelokta.users.api.Credentials;
import io.github.camelokta.users.auth.OrgSettings.Option;
import io.github.camelokta.users.auth.OrgSettings.Source;
import io.github.camelokta.users.auth.TokenTransport.TokenResponse;
import io.github.camelokta.users.operation.HttpMethod;
import io.github.camelokta.users.operation.Scope;
import io.github.camelokta.users.support.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service app whose token endpoint answers what a test has laid out for it. */
abstract class ServiceAppFixture {
    static final String ORG = "https://acme.okta.com";
    static final String PEM = Keys.pem(Keys.ec("secp256r1").getPrivate());
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    final Deque<TokenResponse> answers = new ArrayDeque<>();
    final List<Map<String, String>> forms = new ArrayList<>();
    final List<String> proofs = new ArrayList<>();
    final Map<Option, String> options = new EnumMap<>(Map.of(
            Option.orgUrl, ORG,
            Option.oauthClientId, " 0oaNightly ",
            Option.privateKey, PEM));
    long nanos = 1;

    final Credentials credentials() {
        return new CredentialsFactory(this::post, this::resource, Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos)
                .create(OrgSettings.of(Source.COMPONENT, options::get, null));
    }

    InputStream resource(String name) {
        return null;
    }

    TokenResponse post(OrgUrl org, String path, Map<String, String> headers, String form) throws IOException {
        forms.add(Arrays.stream(form.split("&"))
                .map(field -> field.split("="))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8))));
        proofs.add(headers.get("DPoP"));
        if (!(org + path).equals(ORG + "/oauth2/v1/token")) {
            throw new AssertionError(org + path);
        }
        return answers.remove();
    }

    final void gives(String scheme, String token) {
        answers(
                200,
                null,
                "{'token_type':'" + scheme + "','expires_in':3600,'access_token':'" + token + "','scope':'any'}");
    }

    final void refuses(int status, String error) {
        refuses(status, error, null);
    }

    final void refuses(int status, String error, String nonce) {
        answers(status, nonce, "{'error':'" + error + "','error_description':'Because.'}");
    }

    final void answers(int status, String nonce, String body) {
        answers.add(new TokenResponse(
                status, nonce, null, null, body.replace('\'', '"').getBytes(UTF_8)));
    }

    static AuthorizedCall call(Scope scope) {
        return call(scope, HttpMethod.GET, ORG + "/api/v1/users/a%2Fb?limit=1&q=x");
    }

    static AuthorizedCall call(Scope scope, HttpMethod method, String url) {
        return new AuthorizedCall() {
            @Override
            public HttpMethod method() {
                return method;
            }

            @Override
            public URI url() {
                return URI.create(url);
            }

            @Override
            public Scope scope() {
                return scope;
            }
        };
    }

    static SignedJWT jwt(String text) {
        try {
            return SignedJWT.parse(text);
        } catch (ParseException e) {
            throw new AssertionError(text, e);
        }
    }

    static Map<String, Object> claims(String text) {
        return jwt(text).getPayload().toJSONObject();
    }
}
