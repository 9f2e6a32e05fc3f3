/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque text in {@code after}. */
final class PageCursor {
    private static final String MARK = "~";

    private PageCursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw OktaRefusal.invalid("after", "after: Not a cursor of this list");
    }
}
