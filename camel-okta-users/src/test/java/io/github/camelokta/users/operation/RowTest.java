/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static io.github.camelokta.users.operation.OperationParam.after;
import static io.github.camelokta.users.operation.OperationParam.limit;
import static io.github.camelokta.users.operation.OperationParam.sendEmail;
import static io.github.camelokta.users.operation.OperationParam.userId;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A row that contradicts itself must break the build, never a route. */
class RowTest {
    private static final String BY_ID = "/api/v1/users/{userId}";
    private static final Probe PROBE = Probes.SUSPENDED;

    @Test
    void a_row_without_contradiction_is_accepted() {
        assertThatCode(() -> row(HttpMethod.GET)
                        .query(after, limit)
                        .pages("User")
                        .needs(Scope.USERS_READ, Bucket.SHARED, Repeat.SAFE)
                        .check("sample"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_row_states_scope_bucket_and_repeat() {
        refused(row(HttpMethod.GET), "has no scope, bucket and repeat");
    }

    @Test
    void a_row_has_a_description() {
        refused(
                Row.row(OperationGroup.USERS, HttpMethod.GET, BY_ID)
                        .needs(Scope.USERS_READ, Bucket.SHARED, Repeat.SAFE),
                "has no description");
    }

    @Test
    void query_parameters_have_no_place_in_a_path() {
        refused(
                safe(Row.row(OperationGroup.USERS, HttpMethod.GET, "/api/v1/users/{limit}")
                        .says("x")),
                "has a query parameter in its path");
    }

    @Test
    void path_parameters_have_no_place_in_a_query() {
        refused(safe(row(HttpMethod.GET).query(userId)), "has a path parameter in its query");
    }

    @Test
    void a_query_parameter_is_named_once() {
        refused(
                needs(row(HttpMethod.POST).query(sendEmail).requiredQuery(sendEmail), Repeat.NEVER),
                "names a query parameter twice");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SAFE")
    void a_GET_is_safe(Repeat repeat) {
        refused(needs(row(HttpMethod.GET), repeat), "is safe exactly if it is a GET");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GET")
    void nothing_but_a_GET_is_safe(HttpMethod method) {
        refused(safe(row(method)), "is safe exactly if it is a GET");
    }

    @Test
    void a_GET_carries_no_body() {
        refused(safe(row(HttpMethod.GET).body("User")), "has no place for a body");
    }

    @Test
    void a_DELETE_carries_no_body() {
        refused(needs(row(HttpMethod.DELETE).body("User"), Repeat.CONVERGES), "has no place for a body");
    }

    @Test
    void a_paged_row_takes_after_and_limit() {
        refused(safe(row(HttpMethod.GET).query(limit).pages("User")), "is paged and takes no after and limit");
        refused(safe(row(HttpMethod.GET).query(after).pages("User")), "is paged and takes no after and limit");
    }

    @Test
    void a_read_has_no_probe() {
        refused(safe(row(HttpMethod.GET).probe(PROBE)), "only reads and needs no probe");
    }

    @Test
    void a_destructive_row_has_no_probe() {
        refused(needs(row(HttpMethod.DELETE).probe(PROBE), Repeat.DESTRUCTIVE), "is destructive");
    }

    @Test
    void a_placeholder_is_a_parameter() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PathTemplate("/api/v1/users/{nobody}"));
    }

    private static Row row(HttpMethod method) {
        return Row.row(OperationGroup.USERS, method, BY_ID).says("A sample");
    }

    private static Row safe(Row row) {
        return needs(row, Repeat.SAFE);
    }

    private static Row needs(Row row, Repeat repeat) {
        return row.needs(Scope.USERS_MANAGE, Bucket.SHARED, repeat);
    }

    private static void refused(Row row, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.check("sample"))
                .withMessageStartingWith("The row of sample")
                .withMessageContaining(why);
    }
}
