/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"00ub0oNGTSWTBKOLGLNR", "00u00000000000000009", "00uAAAAAAAAAAAAAAAAZ", "00uaaaaaaaaaaaaaaaaz"})
    void an_id_is_taken(String text) {
        assertThatCode(() -> UserId.require(OktaUsersOperation.deactivateOrDelete, text))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna@acme.com",
                "00ub0oNGTSWTBKOLGLN",
                "00ub0oNGTSWTBKOLGLNRx",
                "00gb0oNGTSWTBKOLGLNR",
                "00ub0oNGTSWTBKOLGLN/",
                "00ub0oNGTSWTBKOLGLN:",
                "00ub0oNGTSWTBKOLGLN@",
                "00ub0oNGTSWTBKOLGLN[",
                "00ub0oNGTSWTBKOLGLN`",
                "00ub0oNGTSWTBKOLGLN{",
                "00ub0oNGTSWTBKOLGLNé",
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.require(OktaUsersOperation.deactivateOrDelete, text))
                .withMessageStartingWith("deactivateOrDelete takes a user's id");
    }
}
