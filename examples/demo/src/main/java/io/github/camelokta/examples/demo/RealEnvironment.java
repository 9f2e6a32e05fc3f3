/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The environment of a real run. It is read while what is missing is collected, so that one refusal names all of it.
 *
 * <p>The component finds its org and credentials in these variables by itself; here it is only looked whether they are set.
 */
public final class RealEnvironment {
    public static final String ORG = "OKTA_CLIENT_ORGURL";
    public static final String TOKEN = "OKTA_CLIENT_TOKEN";
    public static final String CLIENT = "OKTA_CLIENT_CLIENTID";
    public static final String KEY = "OKTA_CLIENT_PRIVATEKEY";

    private final Map<String, String> variables;
    private final List<Variable> missing = new ArrayList<>();

    /** @param instead what will do in its place; empty where there is nothing */
    private record Variable(String name, String instead, String meaning) {
        String withInstead() {
            return instead.isEmpty() ? name : name + " (or " + instead + ")";
        }

        String sentence() {
            return "--real needs " + name + " in the environment: " + meaning
                    + (instead.isEmpty() ? "" : " (or " + instead + ", those of a service app)") + ".";
        }
    }

    public RealEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The variables of a simulated org. */
    public static Map<String, String> simulated(String orgUrl, String token) {
        return Map.of(ORG, orgUrl, TOKEN, token);
    }

    public Map<String, String> variables() {
        return variables;
    }

    /** Blank counts as not set. */
    public boolean isSet(String name) {
        return !variables.getOrDefault(name, "").isBlank();
    }

    /** The value; if it is not set, it is refused by the check that follows. */
    public String required(String name, String meaning) {
        if (!isSet(name)) {
            missing.add(new Variable(name, "", meaning));
        }
        return variables.get(name);
    }

    public String optional(String name, String otherwise) {
        return isSet(name) ? variables.get(name) : otherwise;
    }

    /** The org's URL; its token or a service app is required too. */
    public String org() {
        String url = required(ORG, "the org, as https://acme.okta.com");
        if (!isSet(TOKEN) && !(isSet(CLIENT) && isSet(KEY))) {
            missing.add(new Variable(TOKEN, CLIENT + " with " + KEY, "the API token"));
        }
        return url;
    }

    /** @throws UsageException if something required is missing; one sentence names all of it */
    public void check() {
        if (!missing.isEmpty()) {
            throw new UsageException(missing.stream()
                            .map(Variable::withInstead)
                            .collect(Collectors.joining(" and ", "--real needs ", ""))
                    + " in the environment; nothing was started.");
        }
    }

    /**
     * @param further other sentences that speak against a start
     * @throws UsageException if something required is missing; a sentence for each says what it means
     */
    public void checkEach(List<String> further) {
        List<String> sentences = new ArrayList<>();
        missing.forEach(variable -> sentences.add(variable.sentence()));
        sentences.addAll(further);
        if (!sentences.isEmpty()) {
            throw new UsageException(sentences);
        }
    }
}
