/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the percent-encoding off. */
public final class UrlDecoder {
    private UrlDecoder() {}

    /** One segment of a path: {@code +} stays a plus sign. */
    public static String segment(String raw) {
        return decode(raw.replace("+", "%2B"));
    }

    /** The first value of each parameter of a query, in the order sent. */
    public static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                query.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }
}
