/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.paging;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the next page in {@code Link} header lines (RFC 8288). Okta sends a line per relation; several links on one line are
 * understood too. A comma does not end a link where it stands inside the URL, as in {@code fields=id,status}.
 */
final class LinkHeader {
    private static final String SEPARATORS = "=;,\"";

    private final String line;
    private int at;

    private LinkHeader(String line) {
        this.line = line;
    }

    /** The URL with the relation {@code next}, as it was sent. */
    static Optional<String> next(List<String> lines) {
        return lines.stream()
                .map(line -> new LinkHeader(line).next())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Goes over the line once, without a regular expression: a server may make the line as long as it likes. */
    private Optional<String> next() {
        while (true) {
            int from = line.indexOf('<', at);
            int to = from < 0 ? -1 : line.indexOf('>', from);
            if (to < 0) {
                return Optional.empty();
            }
            at = to + 1;
            if (Arrays.stream(relations().split("\\s+")).anyMatch("next"::equalsIgnoreCase)) {
                return Optional.of(line.substring(from + 1, to).strip());
            }
        }
    }

    /** Reads the attributes of a link and gives the first {@code rel}, the one that counts. */
    private String relations() {
        String relations = null;
        while (takes(';')) {
            skipBlanks();
            String name = token();
            String value = takes('=') ? value() : "";
            if (relations == null && name.equalsIgnoreCase("rel")) {
                relations = value;
            }
        }
        return relations == null ? "" : relations;
    }

    private String value() {
        if (!takes('"')) {
            return token();
        }
        StringBuilder value = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                at++;
            }
            value.append(line.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private String token() {
        int from = at;
        while (at < line.length() && !isBlank() && SEPARATORS.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(from, at);
    }

    /** Whether this character comes next, blanks aside; if so, goes past it. */
    private boolean takes(char expected) {
        skipBlanks();
        if (at >= line.length() || line.charAt(at) != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        return Character.isWhitespace(line.charAt(at));
    }
}
