/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.TypeConverterSupport;

/**
 * Converts what a result may be to a class of the application: a {@code Map}, a {@code JsonNode}, or one JSON object as text or
 * bytes. It leaves all else to Camel's other converters, text that is no JSON object too: it may be XML, for JAXB.
 */
public final class JsonTypeConverter extends TypeConverterSupport {
    private static final List<String> OTHERS =
            List.of("java.", "javax.", "jakarta.", "org.apache.camel.", "com.fasterxml.jackson.");

    private static final String NOT_SHOWN = "[not shown]";

    private final Supplier<ObjectMapper> mapper;

    public JsonTypeConverter(Supplier<ObjectMapper> mapper) {
        this.mapper = mapper;
    }

    /**
     * @return null if this is nobody's business here
     * @throws TypeConversionException if the JSON does not fit the class; quotes nothing of it
     */
    @Override
    public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
        if (!isOfApplication(type) && !JsonNode.class.isAssignableFrom(type)) {
            return null;
        }
        try {
            if (value instanceof Map || value instanceof JsonNode) {
                return mapper.get().convertValue(value, type);
            }
            if (value instanceof String text && isObject(text)) {
                return OktaJson.strict(mapper.get()).forType(type).readValue(text);
            }
            if (value instanceof byte[] bytes && isObject(new String(bytes, StandardCharsets.UTF_8))) {
                return OktaJson.strict(mapper.get()).forType(type).readValue(bytes);
            }
            return null;
        } catch (IOException e) {
            throw misfit(type, e);
        } catch (IllegalArgumentException e) {
            throw misfit(type, e.getCause());
        }
    }

    /** Jackson's own message, and Camel's of a foreign exception, would quote the user. */
    private static TypeConversionException misfit(Class<?> type, Throwable cause) {
        String place = cause instanceof JsonMappingException mapping ? " at " + mapping.getPathReference() : "";
        return new TypeConversionException(
                NOT_SHOWN, type, new IllegalArgumentException("the JSON does not fit the class" + place));
    }

    private static boolean isOfApplication(Class<?> type) {
        return !type.isPrimitive()
                && !type.isArray()
                && !type.isEnum()
                && !type.isInterface()
                && OTHERS.stream().noneMatch(type.getName()::startsWith);
    }

    private static boolean isObject(String text) {
        return text.stripLeading().startsWith("{");
    }
}
