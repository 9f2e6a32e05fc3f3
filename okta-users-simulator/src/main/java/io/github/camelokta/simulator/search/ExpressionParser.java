/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.search.Condition.Operator;
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
        parser.tokens.expect(Tokens.Kind.END);
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
        if (tokens.peek().kind() != Tokens.Kind.OPEN) {
            return comparison();
        }
        tokens.take();
        if (++depth > 50) {
            throw OktaRefusal.of(ErrorCode.E0000031, "Parentheses are nested too deep.");
        }
        Condition inner = or();
        tokens.expect(Tokens.Kind.CLOSE);
        depth--;
        return inner;
    }

    private Condition comparison() {
        String property = tokens.expect(Tokens.Kind.WORD).text();
        String name = tokens.expect(Tokens.Kind.WORD).text();
        Operator operator = Operator.named(name)
                .orElseThrow(() -> OktaRefusal.of(ErrorCode.E0000031, "Unrecognized operator: " + name));
        return new Condition.Comparison(property, operator, operator == Operator.PR ? null : value());
    }

    private Object value() {
        Tokens.Token token = tokens.take();
        if (token.kind() == Tokens.Kind.TEXT) {
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

    /** Splits an expression into words, quoted texts and parentheses, and hands them out in order. */
    private static final class Tokens {
        enum Kind {
            WORD,
            TEXT,
            OPEN,
            CLOSE,
            END
        }

        record Token(Kind kind, String text) {}

        private final String source;
        private final List<Token> tokens = new ArrayList<>();
        private int position;
        private int next;

        Tokens(String source) {
            this.source = source;
            while (position < source.length()) {
                scan();
            }
            tokens.add(new Token(Tokens.Kind.END, ""));
        }

        Token peek() {
            return tokens.get(next);
        }

        Token take() {
            return tokens.get(peek().kind() == Tokens.Kind.END ? next : next++);
        }

        boolean takeWord(String word) {
            boolean found = peek().kind() == Tokens.Kind.WORD && peek().text().equalsIgnoreCase(word);
            if (found) {
                take();
            }
            return found;
        }

        Token expect(Kind kind) {
            if (peek().kind() != kind) {
                throw OktaRefusal.of(ErrorCode.E0000031, "Unexpected '" + peek().text() + "' in: " + source);
            }
            return take();
        }

        private void scan() {
            char c = source.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (c == '(' || c == ')') {
                tokens.add(new Token(c == '(' ? Tokens.Kind.OPEN : Tokens.Kind.CLOSE, String.valueOf(c)));
                position++;
            } else if (c == '"') {
                tokens.add(new Token(Tokens.Kind.TEXT, quoted()));
            } else {
                tokens.add(new Token(Tokens.Kind.WORD, word()));
            }
        }

        private String word() {
            int start = position;
            while (position < source.length() && " \t\r\n()\"".indexOf(source.charAt(position)) < 0) {
                position++;
            }
            return source.substring(start, position);
        }

        private String quoted() {
            StringBuilder text = new StringBuilder();
            for (position++; position < source.length(); position++) {
                char c = source.charAt(position);
                if (c == '"') {
                    position++;
                    return text.toString();
                }
                if (c == '\\' && position + 1 < source.length()) {
                    c = source.charAt(++position);
                }
                text.append(c);
            }
            throw OktaRefusal.of(ErrorCode.E0000031, "Unclosed quote in: " + source);
        }
    }
}
