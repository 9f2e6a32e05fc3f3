/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.auth.OrgUrl;
import io.github.camelokta.users.http.OktaRequest;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.OperationParam.Place;
import io.github.camelokta.users.support.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The request of each operation, without a server, against requests-expected.csv. */
class RequestLineTest {
    private static final CamelContext CONTEXT = new DefaultCamelContext();
    private static final OrgUrl ORG = OrgUrl.parse("https://acme.okta.com");
    private static final Map<String, List<String>> GIVEN = given();

    private static Map<String, List<String>> given() {
        Map<String, List<String>> values = new HashMap<>();
        for (List<String> row : Tables.rows("parameters-given.csv")) {
            values.put(row.get(0), List.of(row.get(1), row.get(2).replace("(pipe)", "|")));
        }
        return values;
    }

    static List<List<String>> expected() {
        return Tables.rows("requests-expected.csv");
    }

    @Test
    void there_is_a_line_for_each_operation_and_a_value_for_each_parameter() {
        assertThat(expected()).hasSize(OktaUsersOperation.values().length);
        assertThat(GIVEN).hasSize(OperationParam.values().length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void parameters_from_headers_make_the_expected_request(List<String> row) {
        OktaUsersOperation operation = OktaUsersOperation.valueOf(row.get(0));
        for (int variant = 0; variant < 2; variant++) {
            OktaRequest request = binder(operation, param -> null).bind(message(operation, variant));

            assertRequest(request, row.get(1 + variant));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void parameters_from_options_make_the_same_request(List<String> row) {
        OktaUsersOperation operation = OktaUsersOperation.valueOf(row.get(0));
        OktaRequest request = binder(operation, param -> typed(param, value(operation, param, 0)))
                .bind(withBody(operation));

        assertRequest(request, row.get(1));
    }

    private static void assertRequest(OktaRequest request, String line) {
        assertThat(request.method() + " " + request.target()).isEqualTo(line);
        assertThat(request.url()).hasToString("https://acme.okta.com" + line.substring(line.indexOf(' ') + 1));
        assertThat(request.headers()).isEmpty();
        if (request.operation().body().isPresent()) {
            assertThat(request.body()).asString().isEqualTo("{\"profile\":{}}");
        } else {
            assertThat(request.body()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_path_parameter_is_named_with_its_header_and_its_option(OktaUsersOperation operation) {
        for (OperationParam missing : operation.pathParams()) {
            Message message = message(operation, 0);
            message.removeHeader(missing.header());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> binder(operation, param -> null).bind(message))
                    .withMessage(
                            "%s needs %s: set the header %s or the option %s",
                            operation, missing, missing.header(), missing);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_blank_path_parameter_is_refused_and_other_parameters_may_be_absent(OktaUsersOperation operation) {
        for (OperationParam param : OperationParam.values()) {
            if (!operation.takes(param) || operation.requiredQueryParams().contains(param)) {
                continue;
            }
            Message message = message(operation, 0);
            if (param.place() == Place.PATH) {
                message.setHeader(param.header(), " ");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> binder(operation, any -> null).bind(message))
                        .withMessage("Header %s is blank: %s needs a value there", param.header(), operation);
            } else {
                message.setHeader(param.header(), null);
                assertThat(binder(operation, any -> null).bind(message).target())
                        .doesNotContain("?" + param + "=")
                        .doesNotContain("&" + param + "=");
            }
        }
    }

    @Test
    void a_missing_required_query_parameter_is_named() {
        Message message = message(OktaUsersOperation.resetPassword, 0);
        message.removeHeader("CamelOktaUsersSendEmail");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        binder(OktaUsersOperation.resetPassword, param -> null).bind(message))
                .withMessage("resetPassword needs sendEmail: set the header CamelOktaUsersSendEmail or the option"
                        + " sendEmail");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_row_does_not_take_is_not_sent(OktaUsersOperation operation) {
        Message bare = message(operation, 0);
        Message full = message(operation, 0);
        for (OperationParam param : OperationParam.values()) {
            if (!operation.takes(param)) {
                full.setHeader(param.header(), "foreign");
            }
        }
        full.setHeader("CamelOktaUsersNextAfter", "foreign");
        assertThat(binder(operation, param -> null).bind(full).target())
                .isEqualTo(binder(operation, param -> null).bind(bare).target());
    }

    @ParameterizedTest
    @EnumSource
    void If_Match_is_sent_where_Okta_compares_it(OktaUsersOperation operation) {
        Message message = message(operation, 0);
        message.setHeader("CamelOktaUsersIfMatch", "W/\"1\"");
        boolean compared = operation == OktaUsersOperation.update || operation == OktaUsersOperation.partialUpdate;

        assertThat(binder(operation, param -> null).bind(message).headers())
                .isEqualTo(compared ? Map.of("If-Match", "W/\"1\"") : Map.of());
    }

    @Test
    void a_header_wins_over_the_option_and_null_counts_as_unset() {
        Function<OperationParam, Object> options = param -> param == OperationParam.userId ? "fromOption" : null;
        Message message = withBody(OktaUsersOperation.get);
        message.setHeader("CamelOktaUsersUserId", null);
        assertThat(binder(OktaUsersOperation.get, options).bind(message).target())
                .isEqualTo("/api/v1/users/fromOption");
        message.setHeader("CamelOktaUsersUserId", "fromHeader");
        assertThat(binder(OktaUsersOperation.get, options).bind(message).target())
                .isEqualTo("/api/v1/users/fromHeader");
    }

    private static RequestBinder binder(OktaUsersOperation operation, Function<OperationParam, Object> options) {
        return new RequestBinder(operation, ORG, options, new ObjectMapper());
    }

    private static Message message(OktaUsersOperation operation, int variant) {
        Message message = withBody(operation);
        for (OperationParam param : OperationParam.values()) {
            if (operation.takes(param)) {
                message.setHeader(param.header(), value(operation, param, variant));
            }
        }
        return message;
    }

    private static Message withBody(OktaUsersOperation operation) {
        Message message = new DefaultMessage(CONTEXT);
        message.setBody(operation.body().isPresent() ? "{\"profile\":{}}" : "not for Okta");
        return message;
    }

    /** A DELETE of a user takes nothing but an id. */
    private static String value(OktaUsersOperation operation, OperationParam param, int variant) {
        boolean idOnly = operation == OktaUsersOperation.deactivateOrDelete && param == OperationParam.userId;
        return GIVEN.get(param.name()).get(idOnly ? 0 : variant);
    }

    private static Object typed(OperationParam param, String value) {
        return param.type() == Boolean.class
                ? Boolean.valueOf(value)
                : param.type() == Integer.class ? (Object) Integer.valueOf(value) : value;
    }
}
