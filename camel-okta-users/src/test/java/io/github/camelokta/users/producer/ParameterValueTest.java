/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values may stand in a header or an option, and how they are sent. */
class ParameterValueTest {
    private static final OrgUrl ORG = OrgUrl.parse("https://acme.okta.com");

    static List<Arguments> types() {
        return List.of(
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, "a@b.c", "users/a%40b.c"),
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, "ä".getBytes(UTF_8), "users/%C3%A4"),
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, new StringBuilder("x"), "users/x"),
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, 4711L, "users/4711"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, 5, "?limit=5"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, 5L, "?limit=5"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, " 5 ", "?limit=5"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, "5".getBytes(UTF_8), "?limit=5"),
                Arguments.of(OktaUsersOperation.list, OperationParam.q, "", "/api/v1/users"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, false, "?activate=false"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, " FALSE ", "?activate=false"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, "true".getBytes(UTF_8), "=true"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_header_may_be_typed_text_or_bytes(
            OktaUsersOperation operation, OperationParam param, Object value, String end) {
        assertThat(target(operation, param, value)).endsWith(end);
    }

    static List<Arguments> wrongTypes() {
        return List.of(
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, List.of("x"), "a text is needed"),
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, Map.of("id", "x"), "a text is needed"),
                Arguments.of(OktaUsersOperation.get, OperationParam.userId, true, "a text is needed"),
                Arguments.of(OktaUsersOperation.list, OperationParam.search, new Date(0), "a text is needed"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, "ten", "is no whole number"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, 1.5, "is no whole number"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, "99999999999", "is no whole number"),
                Arguments.of(OktaUsersOperation.list, OperationParam.limit, List.of(1), "is no whole number"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, "yes", "is neither true nor false"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, 1, "is neither true nor false"),
                Arguments.of(OktaUsersOperation.create, OperationParam.activate, "", "is neither true nor false"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void a_header_of_a_wrong_type_is_refused_by_name_and_not_quoted(
            OktaUsersOperation operation, OperationParam param, Object value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(operation, param, value))
                .withMessageStartingWith("Header " + param.header() + " ")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("ten", "yes", "99999999999"));
    }

    @ParameterizedTest
    @CsvSource({
        "' ', is blank",
        "'', is blank",
        "'\t\n', is blank",
        "., is a dot segment",
        ".., is a dot segment",
        "a/b, holds / or ?",
        "/, holds / or ?",
        "anna?x, holds / or ?",
    })
    void a_path_value_that_would_change_the_path_is_refused(String value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessageContaining("CamelOktaUsersUserId " + why);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOption(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessageContaining("Option userId " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00u1\n", "00u1\r\n", "anna\tb", "00u1\u0000", "00\u007fu1", "00\u0085u1"})
    void a_control_character_in_a_path_value_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessage("Header CamelOktaUsersUserId holds a control character, such as a line break at its end:"
                        + " trim it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".a", "a..b", "%2e%2e", "%2F", "..;"})
    void a_path_value_that_only_looks_so_stays_one_segment(String value) {
        String target = target(OktaUsersOperation.get, OperationParam.userId, value);
        assertThat(target).startsWith("/api/v1/users/").doesNotContain("?", ";").doesNotEndWith("/..");
        assertThat(target.chars().filter(c -> c == '/')).hasSize(4);
    }

    /** Half a surrogate pair cannot be sent as UTF-8: it would become a question mark, behind which Okta reads nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"00u1\uD83D", "\uDE00x", "a\uDE00\uD83Db"})
    void text_that_is_no_Unicode_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessageStartingWith("Header CamelOktaUsersUserId holds half a character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOption(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessageStartingWith("Option userId holds half a character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(OktaUsersOperation.list, OperationParam.search, value))
                .withMessageStartingWith("Header CamelOktaUsersSearch holds half a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna b@acme.com", "anna\tb", " anna"})
    void white_space_in_a_path_option_gets_the_advice_to_write_RAW(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOption(OktaUsersOperation.get, OperationParam.userId, value))
                .withMessage("Option userId holds white space, which is what Camel makes of + and %2B in a URI:"
                        + " write userId=RAW(...) or set the header CamelOktaUsersUserId");
        // A tab is a control character, which no way in takes.
        assertThat(target(OktaUsersOperation.get, OperationParam.userId, value.replace('\t', ' ')))
                .contains("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@acme.com", "me", "00u1", "00ub0oNGTSWTBKOLGLN-", "00gb0oNGTSWTBKOLGLNR"})
    void a_DELETE_takes_an_id_and_no_login(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(OktaUsersOperation.deactivateOrDelete, OperationParam.userId, value))
                .withMessage("deactivateOrDelete takes a user's id (00u and 17 letters or digits) and no login:"
                        + " read the id with get first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withOption(OktaUsersOperation.deactivateOrDelete, OperationParam.userId, value));
    }

    @Test
    void what_was_used_is_taken_off_the_message_where_the_row_uses_it() {
        Message message = message();
        message.setHeader("CamelOktaUsersAfter", "a");
        message.setHeader("CamelOktaUsersIfMatch", "e");
        binder(OktaUsersOperation.suspend).consume(message);
        assertThat(message.getHeaders()).containsKeys("CamelOktaUsersAfter", "CamelOktaUsersIfMatch");
        binder(OktaUsersOperation.listGrants).consume(message);
        assertThat(message.getHeaders()).containsOnlyKeys("CamelOktaUsersIfMatch");
        binder(OktaUsersOperation.update).consume(message);
        assertThat(message.getHeaders()).isEmpty();
    }

    private static String target(OktaUsersOperation operation, OperationParam param, Object header) {
        Message message = message();
        message.setHeader(param.header(), header);
        return binder(operation).bind(message).target();
    }

    private static void withOption(OktaUsersOperation operation, OperationParam param, Object value) {
        new RequestBinder(operation, ORG, each -> each == param ? value : null, new ObjectMapper());
    }

    private static RequestBinder binder(OktaUsersOperation operation) {
        return new RequestBinder(operation, ORG, param -> null, new ObjectMapper());
    }

    private static Message message() {
        Message message = new DefaultMessage(new DefaultCamelContext());
        message.setBody("{}");
        return message;
    }
}
