/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the next page in {@code Link} header lines (RFC 8288). Okta sends a line per relation; several links on one line are
 * understood too. A comma does not end a link where it stands inside the URL, as in {@code fields=id,status}.
 */
final class LinkHeader {
    private static final Pattern LINK = Pattern.compile(
            "<([^>]*)>((?:\\s*;\\s*[^\\s=;,\"]+(?:\\s*=\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s;,\"]*))?)*)");
    private static final Pattern REL =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** The URL with the relation {@code next}, as it was sent. */
    static Optional<String> next(List<String> lines) {
        for (String line : lines) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                if (isNext(link.group(2))) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String attributes) {
        Matcher rel = REL.matcher(attributes);
        if (!rel.find()) {
            return false;
        }
        String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return Arrays.stream(relations.split("\\s+")).anyMatch("next"::equalsIgnoreCase);
    }
}
