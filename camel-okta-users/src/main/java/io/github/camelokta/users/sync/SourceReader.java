/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import org.apache.camel.Message;

/** Reads a message's body as the users that a directory wants, one at a time. */
final class SourceReader {
    private final ObjectMapper mapper;

    SourceReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Hands over each element of the body as JSON, and closes the source in the end if it can be closed.
     *
     * @throws IllegalArgumentException if the body, or an element, cannot be read
     */
    void forEach(Message message, Consumer<JsonNode> taker) {
        Object body = message.getBody();
        Iterator<?> source = iterator(message, body);
        try (AutoCloseable closed = closeable(body, source)) {
            while (source.hasNext()) {
                taker.accept(json(source.next()));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException("reconcile cannot read its source to the end", e);
        }
    }

    private Iterator<?> iterator(Message message, Object body) {
        if (body instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        if (body instanceof Iterable<?> iterable && !(body instanceof ObjectNode)) {
            return iterable.iterator();
        }
        InputStream text = body == null || body instanceof Map || body instanceof JsonNode
                ? null
                : message.getBody(InputStream.class);
        if (text == null) {
            throw new IllegalArgumentException(
                    "reconcile needs all wanted users as its body: an Iterator, Iterable, Stream,"
                            + " or a JSON array as text or stream");
        }
        return array(text);
    }

    /** Only of an array can it be told that its end was not cut off. */
    private Iterator<?> array(InputStream text) {
        try {
            PushbackInputStream in = new PushbackInputStream(text);
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            if (first != '[') {
                throw new IllegalArgumentException("reconcile needs a JSON array where its body is a text");
            }
            in.unread(first);
            MappingIterator<JsonNode> elements =
                    mapper.readerFor(JsonNode.class).readValues(in);
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AutoCloseable closeable(Object body, Iterator<?> source) {
        if (body instanceof AutoCloseable closeable) {
            return closeable;
        }
        return source instanceof AutoCloseable closeable ? closeable : () -> {};
    }

    private JsonNode json(Object element) {
        try {
            if (element instanceof byte[] bytes) {
                return mapper.readTree(bytes);
            }
            return element instanceof CharSequence text
                    ? mapper.readTree(text.toString().getBytes(StandardCharsets.UTF_8))
                    : mapper.valueToTree(element);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("reconcile needs a JSON object for each user");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
