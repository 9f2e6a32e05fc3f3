/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is expected of the 32 pairs, written by hand and apart from the table: the calls, or the refusal's name. */
public final class Pairs {
    private static final String EXPECTED = """
            STAGED           STAGED        -
            STAGED           ACTIVE        activate
            STAGED           SUSPENDED     suspend
            STAGED           DEPROVISIONED deactivate
            PROVISIONED      STAGED        STAGED_ONLY_AT_CREATION
            PROVISIONED      ACTIVE        -
            PROVISIONED      SUSPENDED     suspend
            PROVISIONED      DEPROVISIONED deactivate
            ACTIVE           STAGED        STAGED_ONLY_AT_CREATION
            ACTIVE           ACTIVE        -
            ACTIVE           SUSPENDED     suspend
            ACTIVE           DEPROVISIONED deactivate
            RECOVERY         STAGED        STAGED_ONLY_AT_CREATION
            RECOVERY         ACTIVE        -
            RECOVERY         SUSPENDED     suspend
            RECOVERY         DEPROVISIONED deactivate
            PASSWORD_EXPIRED STAGED        STAGED_ONLY_AT_CREATION
            PASSWORD_EXPIRED ACTIVE        -
            PASSWORD_EXPIRED SUSPENDED     suspend
            PASSWORD_EXPIRED DEPROVISIONED deactivate
            LOCKED_OUT       STAGED        STAGED_ONLY_AT_CREATION
            LOCKED_OUT       ACTIVE        unlock
            LOCKED_OUT       SUSPENDED     suspend
            LOCKED_OUT       DEPROVISIONED deactivate
            SUSPENDED        STAGED        STAGED_ONLY_AT_CREATION
            SUSPENDED        ACTIVE        unsuspend
            SUSPENDED        SUSPENDED     -
            SUSPENDED        DEPROVISIONED deactivate
            DEPROVISIONED    STAGED        STAGED_ONLY_AT_CREATION
            DEPROVISIONED    ACTIVE        activate
            DEPROVISIONED    SUSPENDED     DEPROVISIONED_IS_NOT_SUSPENDED
            DEPROVISIONED    DEPROVISIONED -
            """;

    private Pairs() {}

    public static Stream<Arguments> all() {
        return EXPECTED.lines().map(line -> line.split(" +")).map(words -> Arguments.of((Object[]) words));
    }
}
