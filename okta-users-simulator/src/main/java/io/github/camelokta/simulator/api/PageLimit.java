/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.api;

import io.github.camelokta.simulator.error.OktaRefusal;
import io.github.camelokta.simulator.http.Call;

/** Reads {@code limit}: too large is clipped to 200, as recorded; what is no positive number is refused (a choice). */
final class PageLimit {
    private static final int MAX = 200;

    private PageLimit() {}

    static int of(Call call, int byDefault) {
        String text = call.query("limit").orElse(null);
        if (text == null) {
            return byDefault;
        }
        try {
            int limit = Integer.parseInt(text.trim());
            if (limit > 0) {
                return Math.min(limit, MAX);
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw OktaRefusal.invalid("limit", "limit: Must be a positive number");
    }
}
