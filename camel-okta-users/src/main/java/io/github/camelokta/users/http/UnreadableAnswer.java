/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.github.camelokta.users.api.OktaUsersException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one error for a success whose body is not what the operation promises, or does not fit the class that is asked for. */
public final class UnreadableAnswer {
    private UnreadableAnswer() {}

    /** Reads a body. */
    public interface BodyReader<T> {
        T read() throws IOException;
    }

    /**
     * Reads the body of a success.
     *
     * @throws OktaUsersException if it cannot be read
     */
    public static <T> T orFail(OktaRequest request, OktaResponse response, BodyReader<T> body) {
        try {
            return body.read();
        } catch (IOException e) {
            throw failure(request, response, e).build();
        }
    }

    public static OktaUsersException.Builder failure(OktaRequest request, OktaResponse response, IOException why) {
        return OktaUsersException.of(message(request, response, why))
                .operation(request.operation().name())
                .status(response.status())
                .requestId(response.header("X-Okta-Request-Id").orElse(null));
    }

    /** Names the class and the field that do not fit, and no value: the parser's own message would quote it. */
    public static String message(OktaRequest request, OktaResponse response, IOException why) {
        return request.operation() + " failed: Okta's answer " + response.status() + " cannot be read as the expected "
                + request.operation().resultType().orElse("JSON") + misfit(why);
    }

    private static String misfit(IOException why) {
        if (!(why instanceof JsonMappingException mapping) || mapping.getCause() instanceof StreamReadException) {
            return "";
        }
        List<Reference> path = mapping.getPath();
        String field = path.stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        if (field.isEmpty()) {
            return "";
        }
        Object holder = path.get(path.size() - 1).getFrom();
        Class<?> type = holder instanceof Class<?> named ? named : holder.getClass();
        return ": " + field + " does not fit " + type.getName();
    }
}
