/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelokta.users.support.Tables;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table against operations-expected.csv, which was made from Okta's API document and not from the table. */
class OktaUsersOperationTest {
    static List<List<String>> expected() {
        return Tables.rows("operations-expected.csv");
    }

    @Test
    void the_table_has_exactly_the_expected_rows_in_their_order() {
        assertThat(Arrays.stream(OktaUsersOperation.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        expected().stream().map(row -> row.get(0)).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void a_row_says_what_Okta_documents(List<String> row) {
        OktaUsersOperation operation = OktaUsersOperation.named(row.get(0)).orElseThrow();

        assertThat(List.of(
                        operation.name(),
                        operation.method().name(),
                        operation.path().toString(),
                        query(operation),
                        operation.body().orElse("-"),
                        operation.result().name().toLowerCase(Locale.ROOT),
                        operation.paged() ? "yes" : "no",
                        operation.scope().value(),
                        operation.bucket().pattern(),
                        operation.repeat().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .isEqualTo(row);
    }

    private static String query(OktaUsersOperation operation) {
        String names = operation.queryParams().stream()
                .map(param -> param.name() + (operation.requiredQueryParams().contains(param) ? "*" : ""))
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "-" : names;
    }

    @Test
    void only_writes_of_a_user_by_id_are_conditional() {
        assertThat(Arrays.stream(OktaUsersOperation.values()).filter(OktaUsersOperation::conditional))
                .containsExactly(OktaUsersOperation.update, OktaUsersOperation.partialUpdate);
    }

    @Test
    void every_parameter_is_used_by_a_row() {
        EnumSet<OperationParam> used = EnumSet.noneOf(OperationParam.class);
        for (OktaUsersOperation operation : OktaUsersOperation.values()) {
            used.addAll(operation.pathParams());
            used.addAll(operation.queryParams());
        }
        assertThat(used).containsExactlyInAnyOrder(OperationParam.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_row_takes_its_own_parameters_and_no_other(OktaUsersOperation operation) {
        for (OperationParam param : OperationParam.values()) {
            assertThat(operation.takes(param))
                    .as("%s", param)
                    .isEqualTo(operation.pathParams().contains(param)
                            || operation.queryParams().contains(param));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_description_is_one_plain_line(OktaUsersOperation operation) {
        assertPlainLine(operation.description());
    }

    @ParameterizedTest
    @EnumSource
    void so_is_that_of_a_parameter(OperationParam param) {
        assertPlainLine(param.description());
    }

    private static void assertPlainLine(String description) {
        assertThat(description)
                .isNotBlank()
                .isEqualTo(description.strip())
                .doesNotContain("\n")
                .doesNotContain("  ")
                .doesNotEndWith(".")
                .matches("\\p{Lu}.*");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_probe_reads_is_a_safe_row_that_the_call_can_fill(OktaUsersOperation operation) {
        operation.probe().ifPresent(probe -> {
            assertThat(probe.reads().repeat()).isEqualTo(Repeat.SAFE);
            assertThat(probe.reads().requiredQueryParams()).isEmpty();
            assertThat(operation.pathParams())
                    .containsAll(probe.reads().pathParams().stream()
                            .map(probe::source)
                            .toList());
        });
    }

    @Test
    void state_guarded_rows_have_a_probe_and_rows_with_a_new_effect_each_time_have_none() {
        for (OktaUsersOperation operation : OktaUsersOperation.values()) {
            if (operation.repeat() == Repeat.STATE_GUARDED) {
                assertThat(operation.probe()).as("%s", operation).isPresent();
            }
            if (operation.repeat() == Repeat.NEVER || operation.repeat() == Repeat.DESTRUCTIVE) {
                assertThat(operation.probe()).as("%s", operation).isEmpty();
            }
        }
    }

    @Test
    void names_are_matched_exactly() {
        assertThat(OktaUsersOperation.named("suspend")).contains(OktaUsersOperation.suspend);
        assertThat(OktaUsersOperation.named("Suspend")).isEmpty();
        assertThat(OktaUsersOperation.named("")).isEmpty();
    }
}
