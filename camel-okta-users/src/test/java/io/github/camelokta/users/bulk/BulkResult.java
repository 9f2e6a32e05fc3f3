/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.bulk;

import io.github.camelokta.users.api.OktaUsersException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.DefaultExchange;

/** The recipe of the manual: counts by what Okta answered, and why the failed ones failed, in the order of the input. */
public final class BulkResult {
    private long done;
    private final SortedMap<Integer, String> failed = new TreeMap<>();

    public long getDone() {
        return done;
    }

    /** By place in the input, the first being 0. */
    public SortedMap<Integer, String> getFailed() {
        return failed;
    }

    /** Splitter's strategy: one body of type BulkResult, and the exchange goes on whatever failed. */
    public static final class Strategy implements AggregationStrategy {
        @Override
        public Exchange aggregate(Exchange all, Exchange each) {
            Exchange result = all;
            if (result == null) {
                result = new DefaultExchange(each.getContext());
                result.getMessage().setBody(new BulkResult());
            }
            result.getMessage().getBody(BulkResult.class).add(each);
            return result;
        }
    }

    private void add(Exchange each) {
        Throwable failure = each.getException() != null
                ? each.getException()
                : each.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        if (failure == null) {
            done++;
        } else {
            failed.put(
                    each.getProperty(ExchangePropertyKey.SPLIT_INDEX, Integer.class),
                    failure instanceof OktaUsersException refused
                            ? refused.getStatusCode() + " " + refused.getErrorCode()
                            : failure.getClass().getSimpleName());
        }
    }
}
