/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.api.ResultFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Chooses the reader for an endpoint's result format. */
public final class ResultReaders {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private ResultReaders() {}

    /** @param outputClass the class to bind results to instead of maps; null for maps */
    public static ResultReader of(ResultFormat format, Class<?> outputClass, ObjectMapper mapper) {
        return switch (format) {
            case map ->
                new BoundResults(
                        mapper,
                        mapper.getTypeFactory().constructType(outputClass == null ? MAP.getType() : outputClass));
            case json -> new BoundResults(mapper, mapper.getTypeFactory().constructType(JsonNode.class));
            case string -> new RawResults(mapper.getFactory(), json -> new String(json, StandardCharsets.UTF_8));
            case bytes -> new RawResults(mapper.getFactory(), json -> json);
            case stream -> new RawResults(mapper.getFactory(), ByteArrayInputStream::new);
        };
    }
}
