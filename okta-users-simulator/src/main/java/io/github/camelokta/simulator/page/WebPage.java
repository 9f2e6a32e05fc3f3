/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.page;

import io.github.camelokta.simulator.http.OrgRequest;
import io.github.camelokta.simulator.http.Reply;

/** The live page for people, at {@code /}. */
public final class WebPage {

    /** Whether this request is for the page rather than for the org. */
    public boolean serves(OrgRequest request) {
        return false;
    }

    /** The page, or its changing part. */
    public Reply answer(OrgRequest request) {
        return Reply.empty(404);
    }
}
