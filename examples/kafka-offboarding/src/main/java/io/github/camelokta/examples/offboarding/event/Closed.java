/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.camelokta.examples.offboarding.account.Offboarding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The event on the topic of closed accounts: which account is closed, only by id.
 *
 * @param event where the leaver's event stands
 * @param before the status that the account was found in
 * @param after the status that it was left in
 * @param becoming the status that Okta is still bringing it to, or null
 * @param sent the calls that Okta took, in order; {@code revokeRefreshTokens:CLIENT} for each client
 * @param skipped the steps left out, each with its reason
 * @param attempts how often it was begun
 */
@JsonInclude(Include.NON_NULL)
public record Closed(
        String id,
        String reason,
        Instant at,
        String event,
        String before,
        String after,
        String becoming,
        List<String> sent,
        Map<String, String> skipped,
        int attempts,
        Instant closedAt) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Sums a case up. */
    public static Closed of(Offboarding offboarding, Origin origin, Instant now) {
        return new Closed(
                offboarding.account().id(),
                offboarding.leaver().reason(),
                offboarding.leaver().at(),
                origin.toString(),
                offboarding.before().status(),
                offboarding.account().status(),
                offboarding.account().becoming(),
                offboarding.sent(),
                offboarding.skipped(),
                offboarding.attempts(),
                now);
    }

    /** Reads what {@link #toJson()} wrote. */
    public static Closed fromJson(byte[] json) {
        try {
            return JSON.readValue(json, Closed.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
