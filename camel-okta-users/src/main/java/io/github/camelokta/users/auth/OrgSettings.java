/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.Credentials;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One set of org and credentials, from one place. The sets of different places are never mixed.
 *
 * @param source where the set was given
 * @param values what was given, apart from the bean; only what is not blank
 * @param credentials a ready bean; null where there is none
 */
public record OrgSettings(Source source, Map<Option, String> values, Credentials credentials) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?s)\\$\\{.*}|\\{\\{.*}}|\\$[A-Z][A-Z0-9_]*|%[A-Z][A-Z0-9_]*%");

    /** The options that make up a set, apart from the bean. */
    public enum Option {
        orgUrl("OKTA_CLIENT_ORGURL"),
        token("OKTA_CLIENT_TOKEN"),
        accessToken(null),
        oauthClientId("OKTA_CLIENT_CLIENTID"),
        privateKey("OKTA_CLIENT_PRIVATEKEY"),
        oauthKeyId("OKTA_CLIENT_KID"),
        oauthScopes("OKTA_CLIENT_SCOPES"),
        dpop(null);

        private final String variable;

        Option(String variable) {
            this.variable = variable;
        }
    }

    /** Where a set was given. */
    public enum Source {
        ENDPOINT("the endpoint", Enum::name),
        COMPONENT("the component", Enum::name),
        ENVIRONMENT("the environment", option -> option.variable == null ? option.name() : option.variable);

        private final String text;
        private final Function<Option, String> name;

        Source(String text, Function<Option, String> name) {
            this.text = text;
            this.name = name;
        }

        /** How an option is spelled at this place. */
        private String nameOf(Option option) {
            return name.apply(option);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Reads a set by option name; blank values count as not given. */
    public static OrgSettings of(Source source, Function<Option, String> reader, Credentials credentials) {
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (Option option : Option.values()) {
            String value = reader.apply(option);
            if (value != null && !value.isBlank()) {
                values.put(option, value);
            }
        }
        return new OrgSettings(source, Collections.unmodifiableMap(values), credentials);
    }

    /** The set that Okta's own tools read: {@code OKTA_CLIENT_ORGURL}, {@code OKTA_CLIENT_TOKEN} and so on. */
    public static OrgSettings ofEnvironment(UnaryOperator<String> environment) {
        return of(
                Source.ENVIRONMENT,
                option -> option.variable == null ? null : environment.apply(option.variable),
                null);
    }

    /** The first set in which anything is given; the last one if none is. */
    public static OrgSettings firstGiven(OrgSettings... sets) {
        return Stream.of(sets).filter(OrgSettings::isGiven).findFirst().orElse(sets[sets.length - 1]);
    }

    /**
     * The org of this set.
     *
     * @throws IllegalArgumentException if there is none, or a value is a placeholder that nothing has filled in
     */
    public OrgUrl org() {
        values.forEach((option, value) -> {
            if (PLACEHOLDER.matcher(value.strip()).matches()) {
                throw new IllegalArgumentException("Option " + nameOf(option)
                        + " is a placeholder that nothing has filled in: set the variable or property that it names");
            }
        });
        String url = value(Option.orgUrl);
        if (url == null) {
            throw new IllegalArgumentException(
                    isGiven()
                            ? "Credentials are set on " + source + " but not " + nameOf(Option.orgUrl)
                                    + ": set it there too (org and credentials come from one place)"
                            : "No Okta org is set: set orgUrl and token on the component or the endpoint, or "
                                    + "OKTA_CLIENT_ORGURL and OKTA_CLIENT_TOKEN in the environment");
        }
        return OrgUrl.parse(url);
    }

    String value(Option option) {
        return values.get(option);
    }

    /** How an option is spelled where this set was given. */
    String nameOf(Option option) {
        return source.nameOf(option);
    }

    boolean has(Option... options) {
        return Arrays.stream(options).map(this::value).anyMatch(Objects::nonNull);
    }

    private boolean isGiven() {
        return !values.isEmpty() || credentials != null;
    }

    /** The names of what is given, never a value. */
    @Override
    public String toString() {
        return source + " " + values.keySet() + (credentials == null ? "" : " and a credentials bean");
    }
}
