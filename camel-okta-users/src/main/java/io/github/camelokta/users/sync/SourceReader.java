/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/**
 * Reads a message's body as the users that a directory wants, one at a time. A source is whole or nothing: one that can be read
 * only once is begun only once, and a text ends with its array.
 */
final class SourceReader {
    private final ObjectMapper mapper;
    private final ObjectReader strict;
    private final OneShotSources oneShot;

    SourceReader(ObjectMapper mapper, OneShotSources oneShot) {
        this.mapper = mapper;
        this.strict = OktaJson.strict(mapper);
        this.oneShot = oneShot;
    }

    /**
     * Hands over each element of the body as JSON, and closes the source in the end if it can be closed.
     *
     * @throws IllegalArgumentException if the body, or an element, cannot be read, or the body was begun before
     */
    void forEach(Message message, Consumer<JsonNode> taker) {
        Object body = message.getBody();
        if (body instanceof Iterator || body instanceof BaseStream || isResource(body)) {
            oneShot.begin(body);
        }
        try (AutoCloseable closed = isResource(body) ? (AutoCloseable) body : null) {
            Iterator<?> source = iterator(message, body);
            if (source != body) {
                // Iterables there are that give the same iterator twice.
                oneShot.begin(source);
            }
            while (source.hasNext()) {
                taker.accept(json(source.next()));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException("reconcile cannot read its source to the end", e);
        } finally {
            if (body instanceof StreamCache cache) {
                cache.reset();
            }
        }
    }

    /** Whoever may close something reads it once: a second iterator of it would go on where the first one stopped. */
    private static boolean isResource(Object body) {
        return body instanceof AutoCloseable && !(body instanceof StreamCache);
    }

    private Iterator<?> iterator(Message message, Object body) {
        if (body instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        // A path is an iterable of its names.
        if (body instanceof Iterable<?> iterable && !(body instanceof ObjectNode) && !(body instanceof Path)) {
            return iterable.iterator();
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        InputStream text = body == null || body instanceof Map || body instanceof JsonNode
                ? null
                : message.getBody(InputStream.class);
        if (text == null) {
            throw new IllegalArgumentException(
                    "reconcile needs all wanted users as its body: an Iterator, Iterable, Stream,"
                            + " or a JSON array as text or stream");
        }
        if (text != body && !(text instanceof StreamCache)) {
            oneShot.begin(text);
        }
        try {
            return new ArrayReader(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only of an array can it be told that its end was not cut off. */
    private final class ArrayReader implements Iterator<JsonNode> {
        private final JsonParser parser;
        /** What follows an element is the next one. */
        private final ObjectReader elements = strict.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private JsonToken next;

        ArrayReader(InputStream text) throws IOException {
            PushbackInputStream in = new PushbackInputStream(text);
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            if (first != '[') {
                throw new IllegalArgumentException("reconcile needs a JSON array where its body is a text");
            }
            in.unread(first);
            parser = OktaJson.strict(mapper.getFactory().createParser(in));
            parser.nextToken();
        }

        @Override
        public boolean hasNext() {
            try {
                if (next == null) {
                    next = parser.nextToken();
                    if (next == JsonToken.END_ARRAY && parser.nextToken() != null) {
                        throw new IllegalArgumentException(
                                "reconcile needs one JSON array where its body is a text, and something follows it");
                    }
                }
                return next != JsonToken.END_ARRAY;
            } catch (JsonProcessingException e) {
                throw malformed();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public JsonNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next = null;
            try {
                return elements.readTree(parser);
            } catch (JsonProcessingException e) {
                throw malformed();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The parser's own message would quote the body. */
        private IllegalArgumentException malformed() {
            return new IllegalArgumentException(
                    "reconcile needs a JSON array where its body is a text, and this is not well-formed to its end, or"
                            + " an object in it has two properties of one name");
        }
    }

    private JsonNode json(Object element) {
        try {
            if (element instanceof JsonNode json) {
                return json;
            }
            if (element instanceof byte[] bytes) {
                return strict.readTree(bytes);
            }
            return strict.readTree(
                    element instanceof CharSequence text
                            ? text.toString().getBytes(StandardCharsets.UTF_8)
                            : mapper.writeValueAsBytes(element));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "reconcile needs one JSON object for each user, with each property once");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
