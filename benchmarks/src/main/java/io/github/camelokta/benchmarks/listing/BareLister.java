/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.benchmarks.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelokta.benchmarks.measure.BareClient;

/** What one would write by hand: page after page as a tree. */
final class BareLister implements Lister {
    private final BareClient client;

    BareLister(ListingOptions options) {
        this.client = new BareClient(options.url());
    }

    @Override
    public void warmUp() throws Exception {
        client.get(ListingOptions.SOME_ID);
    }

    @Override
    public void begin(UserWork work) throws Exception {
        String next = client.firstPage();
        while (next != null) {
            BareClient.Page page = client.page(next);
            for (JsonNode user : page.users()) {
                work.take(user.get("id").textValue());
            }
            next = page.next();
        }
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
