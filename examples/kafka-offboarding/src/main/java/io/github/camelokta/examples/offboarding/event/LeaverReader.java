/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.offboarding.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelokta.examples.offboarding.account.NotToBeClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads an event. Whatever leaves a doubt about who is meant, or since when, is refused; properties unknown here are not. */
public final class LeaverReader {
    private final ObjectReader json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    private final Clock clock;

    public LeaverReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param event the value of the Kafka record; may be null
     * @throws NotToBeClosedException if it names nobody, or somebody who is still there
     */
    public Leaver read(byte[] event) {
        JsonNode leaver = parse(event);
        String id = text(leaver, "id");
        String login = text(leaver, "login");
        if (id == null && login == null) {
            throw new NotToBeClosedException("the event holds neither id nor login");
        }
        return new Leaver(id, login, text(leaver, "reason"), at(leaver));
    }

    private JsonNode parse(byte[] event) {
        if (event == null || event.length == 0) {
            throw new NotToBeClosedException("the event is empty");
        }
        try {
            JsonNode node = json.readTree(event);
            if (!node.isObject()) {
                throw new NotToBeClosedException("the event is no JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the event, and with it the login.
            throw new NotToBeClosedException("the event is no JSON that can be read: look at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant at(JsonNode leaver) {
        String text = text(leaver, "at");
        if (text == null) {
            throw new NotToBeClosedException("the event does not say at what time the person left");
        }
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotToBeClosedException("the event's time (at) is not of the form 2026-11-23T17:00:00Z");
        }
        if (at.isAfter(clock.instant())) {
            throw new NotToBeClosedException("the person leaves in the future: send the event at that time");
        }
        return at;
    }

    private static String text(JsonNode leaver, String name) {
        JsonNode value = leaver.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new NotToBeClosedException("the event's " + name + " is no text");
        }
        return value.textValue();
    }
}
