/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.exchange;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Binds results to a class: maps, JSON nodes, or a class of the user's. */
final class BoundResults implements ResultReader {
    private final ObjectReader one;
    private final ObjectReader many;

    BoundResults(ObjectMapper mapper, JavaType type) {
        this.one = mapper.readerFor(type);
        this.many = mapper.readerFor(mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    @Override
    public Object object(byte[] json) throws IOException {
        return one.readValue(json);
    }

    @Override
    public List<Object> elements(byte[] json) throws IOException {
        return many.readValue(json);
    }

    @Override
    public ListBody list() {
        List<Object> all = new ArrayList<>();
        return new ListBody() {
            @Override
            public int add(byte[] json) throws IOException {
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
