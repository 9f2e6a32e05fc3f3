/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.search;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into words, quoted texts and parentheses, and hands them out in order. */
final class Tokens {
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
        tokens.add(new Token(Kind.END, ""));
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        return tokens.get(peek().kind() == Kind.END ? next : next++);
    }

    boolean takeWord(String word) {
        boolean found = peek().kind() == Kind.WORD && peek().text().equalsIgnoreCase(word);
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
            tokens.add(new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c)));
            position++;
        } else if (c == '"') {
            tokens.add(new Token(Kind.TEXT, quoted()));
        } else {
            tokens.add(new Token(Kind.WORD, word()));
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
