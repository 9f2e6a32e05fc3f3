/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A body of any kind over the same records, which may fail once at any of them. */
final class RandomSource {
    private final Kind kind;
    private final List<ObjectNode> records;
    private final int failingAt;
    private boolean failed;

    private enum Kind {
        LIST,
        ITERABLE,
        ITERATOR,
        STREAM,
        INPUT_STREAM
    }

    RandomSource(Random random, List<ObjectNode> records) {
        this.kind = Kind.values()[random.nextInt(Kind.values().length)];
        this.records = records;
        this.failingAt = records.isEmpty() ? 0 : random.nextInt(records.size());
    }

    /** Whether what fails once is lost. */
    boolean isOneShot() {
        return kind == Kind.ITERATOR || kind == Kind.STREAM || kind == Kind.INPUT_STREAM;
    }

    /** Fails at a record when it is read for the first time, and then goes on behind it as if nothing had been. */
    Object failingOnce() {
        return switch (kind) {
            case LIST ->
                new AbstractList<Object>() {
                    @Override
                    public Object get(int index) {
                        return record(index);
                    }

                    @Override
                    public int size() {
                        return records.size();
                    }
                };
            case ITERABLE -> (Iterable<Object>) this::iterator;
            case ITERATOR -> iterator();
            case STREAM ->
                Stream.iterate(0, i -> i < records.size(), i -> i + 1).map(this::record);
            case INPUT_STREAM -> new FailingStream(records.toString());
        };
    }

    /** Never fails. */
    Object whole() {
        failed = true;
        return failingOnce();
    }

    private Object record(int index) {
        if (index == failingAt && !failed) {
            failed = true;
            throw new UncheckedIOException(new IOException("the directory is out of reach"));
        }
        return records.get(index);
    }

    private Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < records.size();
            }

            @Override
            public Object next() {
                return record(next++);
            }
        };
    }

    /** Fails in the middle of a text, and goes on with what is left of it, as an array. */
    private final class FailingStream extends FilterInputStream {
        private final String text;
        private int given;

        FailingStream(String text) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            if (!failed && given++ > text.length() * failingAt / (records.size() + 1)) {
                failed = true;
                in = new ByteArrayInputStream(
                        records.subList(failingAt, records.size()).toString().getBytes(StandardCharsets.UTF_8));
                throw new IOException("the directory is out of reach");
            }
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int next = length == 0 ? 0 : read();
            if (next < 0 || length == 0) {
                return next;
            }
            buffer[offset] = (byte) next;
            return 1;
        }

        @Override
        public void close() {
            // The resource of a careless driver stays open.
        }
    }
}
