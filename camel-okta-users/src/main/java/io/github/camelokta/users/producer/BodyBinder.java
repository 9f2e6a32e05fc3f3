/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.json.OktaJson;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;

/** Makes the JSON object that a call carries of a message's body: a map, JSON in any form, or an object that Jackson writes. */
public final class BodyBinder {
    private final String operation;
    private final String type;
    private final ObjectMapper mapper;

    /**
     * @param operation whose body it is, for messages
     * @param type what the body is, for messages
     */
    public BodyBinder(String operation, String type, ObjectMapper mapper) {
        this.operation = operation;
        this.type = type;
        this.mapper = mapper;
    }

    /**
     * @throws IllegalArgumentException if there is no body, or it is no single JSON object
     */
    public byte[] bind(Message message) {
        Object body = message.getBody();
        if (body == null) {
            throw new IllegalArgumentException(operation + " needs a body: set a " + type
                    + " as Map, JSON text, bytes, stream, JsonNode or object");
        }
        if (body instanceof Map<?, ?> || body instanceof JsonNode || !isText(body)) {
            return requireObject(written(body), body);
        }
        return requireObject(text(message, body), body);
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof StreamCache
                || body instanceof Reader
                || body instanceof ByteBuffer
                || body instanceof File
                || body instanceof WrappedFile<?>;
    }

    private byte[] written(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(operation + " needs a " + type + " as its body, and a "
                    + body.getClass().getName() + " cannot be written as JSON");
        }
    }

    private byte[] text(Message message, Object body) {
        if (body instanceof byte[] bytes) {
            return withoutMark(bytes);
        }
        if (body instanceof CharSequence chars) {
            return withoutMark(utf8(chars.toString()));
        }
        byte[] bytes =
                body instanceof Reader ? utf8(converted(message, String.class)) : converted(message, byte[].class);
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        return withoutMark(bytes);
    }

    /** A byte order mark, with which some editors begin a file, is no part of the JSON. */
    private static byte[] withoutMark(byte[] json) {
        boolean marked = json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(json, 3, json.length) : json;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Camel's own message would quote the body. */
    private <T> T converted(Message message, Class<T> type) {
        try {
            return message.getMandatoryBody(type);
        } catch (InvalidPayloadException | TypeConversionException e) {
            throw new IllegalArgumentException(operation + " cannot read its body, a "
                    + message.getBody().getClass().getName());
        }
    }

    /** The parser's own message would quote the body. */
    private byte[] requireObject(byte[] json, Object body) {
        try (JsonParser parser = OktaJson.strict(mapper.getFactory().createParser(json))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                requireUtf8(parser);
                parser.skipChildren();
                if (parser.nextToken() == null) {
                    return json;
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(operation + " needs a " + type
                    + " as its body, and this is not well-formed JSON, or has two properties of one name");
        }
        throw new IllegalArgumentException(
                operation + " needs a " + type + " as its body, one JSON object, and this is none: a "
                        + body.getClass().getName());
    }

    /** Of other encodings, which it understands too, the parser counts no bytes. */
    private void requireUtf8(JsonParser parser) {
        if (parser.currentTokenLocation().getByteOffset() < 0) {
            throw new IllegalArgumentException(
                    operation + " needs a " + type + " as its body, in UTF-8, and this is in another encoding");
        }
    }
}
