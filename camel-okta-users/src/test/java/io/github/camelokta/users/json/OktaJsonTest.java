/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OktaJsonTest {

    static List<ObjectMapper> mappers() {
        return List.of(OktaJson.mapper(), new OktaUsersComponent().getObjectMapper());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void deep_nesting_long_numbers_and_long_names_are_refused(ObjectMapper mapper) throws Exception {
        assertRefused(mapper, nested(OktaJson.DEEPEST + 1));
        assertRefused(mapper, "1".repeat(OktaJson.LONGEST_NUMBER + 1));
        assertRefused(mapper, "{\"" + "a".repeat(4 * OktaJson.LONGEST_NAME) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void what_Okta_may_send_is_read(ObjectMapper mapper) throws Exception {
        assertThat(mapper.readTree(nested(OktaJson.DEEPEST))).isNotNull();
        assertThat(mapper.readTree("1".repeat(OktaJson.LONGEST_NUMBER)).isNumber())
                .isTrue();
        String text = "x".repeat(1_000_000);
        assertThat(mapper.readTree("{\"note\":\"" + text + "\"}").path("note").asText())
                .isEqualTo(text);
    }

    private static void assertRefused(ObjectMapper mapper, String json) {
        assertThatThrownBy(() -> mapper.readTree(json)).isInstanceOf(StreamConstraintsException.class);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
