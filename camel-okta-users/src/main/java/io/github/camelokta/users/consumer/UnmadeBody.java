/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.consumer;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Stands where no body can be made of an element: its exchange carries the cause instead.
 *
 * @param json the element as Okta sent it
 */
public record UnmadeBody(byte[] json, IOException cause) {

    /** Why, without the values that the parser's message quotes. */
    public String reason() {
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(".", "its ", " does not fit outputClass"));
        }
        return "it is not the JSON that was expected, or does not fit outputClass";
    }
}
