/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.poll.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Hashes users and queries to 64 bits. The same JSON in another order of keys has the same hash. */
public final class Fingerprinter {
    private static final List<String> LEFT_OUT = List.of("_links", "_embedded");

    private final ObjectWriter canonical = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer();

    /** The hash of what a user is, without what only leads to other resources. */
    long of(JsonNode user) {
        ObjectNode row = user.<ObjectNode>deepCopy().remove(LEFT_OUT);
        try {
            return hash(canonical.writeValueAsString(row));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that was read can be written", e);
        }
    }

    /**
     * The hash of what decides which users are read and what is shown of them.
     *
     * @param search null or blank where there is none
     * @param fields null or blank where there are none
     */
    public static long ofQuery(String search, String fields) {
        return hash(normal(search) + '\n' + normal(fields));
    }

    private static String normal(String option) {
        return option == null ? "" : option.strip();
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
