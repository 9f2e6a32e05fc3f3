/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Remembers the sources that were begun and can be read only once, such as an iterator or a stream. A redelivery, or a second
 * route, would find the rest of one, and take it for the whole directory. One for a Camel context, since a message may pass
 * several endpoints. It keeps no source alive. Thread-safe.
 */
public final class OneShotSources {
    private final Set<Identity> begun = new HashSet<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    OneShotSources() {}

    /** The sources that were begun in this context. */
    public static OneShotSources of(CamelContext context) {
        ExtendedCamelContext extended = context.getCamelContextExtension();
        synchronized (extended) {
            OneShotSources sources = extended.getContextPlugin(OneShotSources.class);
            if (sources == null) {
                sources = new OneShotSources();
                extended.addContextPlugin(OneShotSources.class, sources);
            }
            return sources;
        }
    }

    /**
     * @throws IllegalArgumentException if this very object was begun before
     */
    synchronized void begin(Object source) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            begun.remove(gone);
        }
        if (!begun.add(new Identity(source, collected))) {
            throw new IllegalArgumentException(
                    "reconcile begins no source again that can be read only once, and this "
                            + source.getClass().getName()
                            + " was begun before, as by an earlier attempt: nothing was changed. Send a list, or an Iterable that"
                            + " opens the directory anew for each iterator, or redeliver to a route that reads the directory too");
        }
    }

    /** Equal to another of the same object. */
    private static final class Identity extends WeakReference<Object> {
        private final int hash;

        Identity(Object source, ReferenceQueue<Object> collected) {
            super(source, collected);
            this.hash = System.identityHashCode(source);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Identity identity && get() != null && identity.refersTo(get());
        }
    }
}
