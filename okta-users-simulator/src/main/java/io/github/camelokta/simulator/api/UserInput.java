/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.org.Credentials;
import io.github.camelokta.simulator.org.PasswordPolicy;
import io.github.camelokta.simulator.org.ProfileSchema;
import java.util.Map;

/** Reads profile and credentials out of a request's body. */
final class UserInput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private final ObjectNode body;

    UserInput(ObjectNode body) {
        this.body = body;
    }

    boolean hasProfile() {
        return body.hasNonNull("profile");
    }

    /** The attributes sent, nulls included; refused when one is not defined. */
    Map<String, Object> attributes(ProfileSchema schema) {
        JsonNode profile = body.path("profile");
        if (!profile.isObject()) {
            throw OktaRefusal.invalid("profile", "profile: The field cannot be left blank");
        }
        Map<String, Object> attributes = JSON.convertValue(profile, ATTRIBUTES);
        schema.requireDefined(attributes);
        return attributes;
    }

    /** The password sent, or null; refused when the policy does not accept it. */
    String password(String login) {
        JsonNode password = body.path("credentials").path("password");
        if (imported()) {
            return Credentials.IMPORTED_PASSWORD;
        }
        if (!password.hasNonNull("value")) {
            return null;
        }
        String value = password.get("value").asText();
        if (!PasswordPolicy.accepts(value, login)) {
            throw OktaRefusal.invalid("password", PasswordPolicy.WORDS);
        }
        return value;
    }

    /** Whether the password comes as a hash, or from a hook at the first sign-in. */
    private boolean imported() {
        JsonNode password = body.path("credentials").path("password");
        return password.hasNonNull("hash") || password.hasNonNull("hook");
    }

    /** {@code before} with the recovery question and provider that were sent. */
    Credentials others(Credentials before) {
        Credentials credentials = before;
        JsonNode recovery = body.path("credentials").path("recovery_question");
        if (recovery.isObject()) {
            credentials = credentials.withRecovery(
                    required(recovery, "question", "recovery_question"), answer(recovery, "recovery_question"));
        }
        JsonNode provider = body.path("credentials").path("provider");
        if (imported() && !provider.hasNonNull("type")) {
            credentials = credentials.withProvider("IMPORT", "IMPORT");
        }
        if (provider.hasNonNull("type")) {
            String type = provider.get("type").asText();
            credentials = credentials.withProvider(type, provider.path("name").asText(type));
        }
        return credentials;
    }

    /** A recovery answer of the four characters that Okta wants. */
    static String answer(JsonNode recovery, String subject) {
        String answer = required(recovery, "answer", subject);
        if (answer.trim().length() < 4) {
            throw OktaRefusal.invalid(
                    subject, "recovery_question.answer: The security question answer must be at least 4 characters.");
        }
        return answer;
    }

    /** A text that must be there. */
    static String required(JsonNode json, String name, String subject) {
        String text = json.path(name).asText("");
        if (text.isBlank()) {
            throw OktaRefusal.invalid(subject, name + ": The field cannot be left blank");
        }
        return text;
    }

    /** {@code {"value": "..."}} under this name. */
    String secret(String name) {
        return required(body.path(name), "value", name);
    }

    /** The password that a user chose: what the policy refuses is 403 here. */
    String chosenPassword(String name, String login) {
        String password = secret(name);
        if (!PasswordPolicy.accepts(password, login)) {
            throw OktaRefusal.of(ErrorCode.E0000080, PasswordPolicy.WORDS);
        }
        return password;
    }
}
