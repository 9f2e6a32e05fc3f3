/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;

/** A tracer of Camel's that keeps its spans. */
public final class RememberedSpans extends Tracer {
    private final List<Kept> ended = new CopyOnWriteArrayList<>();

    private record Kept(String name, Map<String, String> tags) implements Span {
        @Override
        public void log(Map<String, String> fields) {
            tags.put("log", fields.toString());
        }

        @Override
        public void setTag(String key, String value) {
            tags.put(key, value);
        }

        @Override
        public void setComponent(String component) {
            tags.put("component", component);
        }

        @Override
        public void setError(boolean isError) {
            tags.put("error", String.valueOf(isError));
        }
    }

    @Override
    protected void initTracer() {
        setSpanLifecycleManager(new SpanLifecycleManager() {
            @Override
            public Span create(String name, Span parent, SpanContextPropagationExtractor extractor) {
                return new Kept(name, new ConcurrentHashMap<>());
            }

            @Override
            public void activate(Span span) {}

            @Override
            public void deactivate(Span span) {}

            @Override
            public void close(Span span) {
                ended.add((Kept) span);
            }

            @Override
            public void inject(Span span, SpanContextPropagationInjector injector, boolean headers) {}
        });
    }

    public boolean isEnded(String name) {
        return ended.stream().anyMatch(span -> span.name().equals(name));
    }

    /** The tags of the one span of this name that has ended. */
    public Map<String, String> of(String name) {
        List<Kept> found =
                ended.stream().filter(span -> span.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " in " + ended);
        }
        return found.get(0).tags();
    }
}
