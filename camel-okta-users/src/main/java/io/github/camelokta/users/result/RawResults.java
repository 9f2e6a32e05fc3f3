/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hands Okta's bytes over as they came; the elements of a list are cut out of them. */
final class RawResults implements ResultReader {
    private final JsonSlicer slicer;
    private final Function<byte[], Object> form;

    /** @param form makes what is handed over of the bytes of a JSON value */
    RawResults(JsonFactory json, Function<byte[], Object> form) {
        this.slicer = new JsonSlicer(json);
        this.form = form;
    }

    @Override
    public Object object(byte[] json) throws IOException {
        slicer.requireObject(json);
        return form.apply(json);
    }

    @Override
    public List<Object> elements(JsonBytes json) throws IOException {
        List<Object> elements = new ArrayList<>(OktaUsersOperation.LARGEST_PAGE);
        slicer.slice(json, (from, to) -> elements.add(form.apply(json.copy(from, to))));
        return elements;
    }

    @Override
    public ListBody list() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write('[');
        return new ListBody() {
            private int size;

            @Override
            public int add(JsonBytes json) throws IOException {
                slicer.slice(json, (from, to) -> {
                    if (size++ > 0) {
                        all.write(',');
                    }
                    all.write(json.array(), from, to - from);
                });
                return size;
            }

            @Override
            public Object body() {
                all.write(']');
                return form.apply(all.toByteArray());
            }
        };
    }
}
