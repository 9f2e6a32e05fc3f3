/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.search.Tokens.Kind;
import io.github.camelokta.simulator.search.Tokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads an expression into a {@link Condition}: {@code and} binds tighter than {@code or}, parentheses group. */
public final class ExpressionParser {
    private final Tokens tokens;
    private int depth;

    private ExpressionParser(String expression) {
        this.tokens = new Tokens(expression);
    }

    /**
     * The condition that {@code expression} states.
     *
     * @throws OktaRefusal 400 E0000031 when it is malformed
     */
    public static Condition parse(String expression) {
        ExpressionParser parser = new ExpressionParser(expression);
        Condition condition = parser.or();
        parser.tokens.expect(Kind.END);
        return condition;
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (tokens.takeWord("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(term()));
        while (tokens.takeWord("and")) {
            parts.add(term());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition term() {
        if (tokens.peek().kind() != Kind.OPEN) {
            return comparison();
        }
        tokens.take();
        if (++depth > 50) {
            throw OktaRefusal.of(ErrorCode.E0000031, "Parentheses are nested too deep.");
        }
        Condition inner = or();
        tokens.expect(Kind.CLOSE);
        depth--;
        return inner;
    }

    private Condition comparison() {
        String property = tokens.expect(Kind.WORD).text();
        String name = tokens.expect(Kind.WORD).text();
        Operator operator = Operator.named(name)
                .orElseThrow(() -> OktaRefusal.of(ErrorCode.E0000031, "Unrecognized operator: " + name));
        return new Condition.Comparison(property, operator, operator == Operator.PR ? null : value());
    }

    private Object value() {
        Token token = tokens.take();
        if (token.kind() == Kind.TEXT) {
            return token.text();
        }
        if (token.text().equals("true") || token.text().equals("false")) {
            return Boolean.valueOf(token.text());
        }
        try {
            return new BigDecimal(token.text());
        } catch (NumberFormatException e) {
            throw OktaRefusal.of(ErrorCode.E0000031, "Not a value: '" + token.text() + "'");
        }
    }
}
