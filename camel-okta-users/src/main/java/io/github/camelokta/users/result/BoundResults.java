/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelokta.users.json.JsonBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binds results to a class: maps, JSON nodes, or a class of the user's. */
final class BoundResults implements ResultReader {
    private final ObjectReader one;
    private final ObjectReader many;

    BoundResults(ObjectMapper mapper, JavaType type) {
        this.one = reader(mapper, type);
        this.many = reader(mapper, mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static ObjectReader reader(ObjectMapper mapper, JavaType type) {
        return mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public Object object(byte[] json) throws IOException {
        Object object = one.readValue(json);
        requireObject(object);
        return object;
    }

    @Override
    public List<Object> elements(JsonBytes json) throws IOException {
        List<Object> elements = many.readValue(json.array(), 0, json.length());
        if (elements == null) {
            throw new IOException("no list");
        }
        for (Object element : elements) {
            requireObject(element);
        }
        return elements;
    }

    /** What Jackson binds without complaint, and is no JSON object. */
    private static void requireObject(Object value) throws IOException {
        if (value == null || value instanceof JsonNode node && !node.isObject()) {
            throw new IOException("no object");
        }
    }

    @Override
    public ListBody list() {
        List<Object> all = new ArrayList<>();
        return new ListBody() {
            @Override
            public int add(JsonBytes json) throws IOException {
                all.addAll(elements(json));
                return all.size();
            }

            @Override
            public Object body() {
                return all;
            }
        };
    }
}
