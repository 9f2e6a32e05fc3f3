/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encodes everything but the characters that RFC 3986 leaves unreserved. */
public final class PercentEncoder {

    private PercentEncoder() {}

    /** Encodes a path segment, or a name or value of a query. Ids, which need nothing, are given back as they are. */
    public static String encode(String value) {
        if (isUnreserved(value)) {
            return value;
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static boolean isUnreserved(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean unreserved = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
            if (!unreserved) {
                return false;
            }
        }
        return true;
    }
}
