/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.search.Condition.And;
import io.github.camelokta.simulator.search.Condition.Comparison;
import io.github.camelokta.simulator.search.Condition.Operator;
import io.github.camelokta.simulator.search.Condition.Or;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private static final Comparison A = new Comparison("a", Operator.EQ, "1");
    private static final Comparison B = new Comparison("b", Operator.PR, null);
    private static final Comparison C = new Comparison("c", Operator.GT, new BigDecimal("3"));

    @Test
    void andBindsTighterThanOr() {
        assertThat(ExpressionParser.parse("a eq \"1\" or b pr and c gt 3"))
                .isEqualTo(new Or(List.of(A, new And(List.of(B, C)))));
    }

    @Test
    void parenthesesGroup() {
        assertThat(ExpressionParser.parse("(a eq \"1\" or b pr) and c gt 3"))
                .isEqualTo(new And(List.of(new Or(List.of(A, B)), C)));
    }

    @Test
    void wordsOfTheLanguageComeInEitherCase() {
        assertThat(ExpressionParser.parse("a EQ \"1\" AND b PR")).isEqualTo(new And(List.of(A, B)));
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(ExpressionParser.parse("a eq \"5\\\" disk \\\\ and (b pr)\""))
                .isEqualTo(new Comparison("a", Operator.EQ, "5\" disk \\ and (b pr)"));
    }

    @Test
    void booleansComeBare() {
        assertThat(ExpressionParser.parse("a eq true")).isEqualTo(new Comparison("a", Operator.EQ, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a eq",
                "a eq \"1",
                "a ne \"1\"",
                "not (a pr)",
                "a eq \"1\" and",
                "(a pr",
                "a pr)",
                "a eq bare",
                "a pr b pr",
                "\"a\" eq \"1\""
            })
    void whatIsMalformedIsRefused(String expression) {
        assertThatThrownBy(() -> ExpressionParser.parse(expression))
                .isInstanceOf(OktaRefusal.class)
                .hasMessageContaining("E0000031");
    }

    @Test
    void endlessNestingIsRefusedInsteadOfExhaustingTheStack() {
        assertThatThrownBy(() -> ExpressionParser.parse("(".repeat(100_000) + "a pr"))
                .isInstanceOf(OktaRefusal.class);
    }
}
