/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The groups, the apps or the identity providers of the org. */
public final class Catalog {
    private final String type;
    private final String idPrefix;
    private final IdSequence ids;
    private final Clock clock;
    private final Map<String, Named> byId = new LinkedHashMap<>();

    Catalog(String type, String idPrefix, IdSequence ids, Clock clock) {
        this.type = type;
        this.idPrefix = idPrefix;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds one; several may have the same name. */
    public synchronized Named add(String name, String label) {
        Named added = new Named(ids.next(idPrefix), name, label, clock.instant());
        byId.put(added.id(), added);
        return added;
    }

    /** The first of this name, added if there is none. */
    public synchronized Named named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseGet(() -> add(name, name));
    }

    /** The one with this id. */
    public synchronized Optional<Named> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The one with this id.
     *
     * @throws OktaRefusal 404 when there is none
     */
    public Named get(String id) {
        return find(id).orElseThrow(() -> OktaRefusal.notFound(id, type));
    }

    /** All of them, oldest first. */
    public synchronized Collection<Named> all() {
        return byId.values().stream().toList();
    }

    synchronized void clear() {
        byId.clear();
    }
}
