/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The groups, the apps, the identity providers or the user types of the org. */
public final class Catalog {
    private final String resource;
    private final String idPrefix;
    private final String type;
    private final IdSequence ids;
    private final Clock clock;
    private final Map<String, Named> byId = new LinkedHashMap<>();

    /** {@code resource} is what a refusal calls one of them, {@code type} the type of one that is added without. */
    Catalog(String resource, String idPrefix, String type, IdSequence ids, Clock clock) {
        this.resource = resource;
        this.idPrefix = idPrefix;
        this.type = type;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds one; several may have the same name. */
    public Named add(String name, String label) {
        return add(name, label, type);
    }

    /** Adds one of this type, such as {@link Named#APP_GROUP}; several may have the same name. */
    public Named add(String name, String label, String ofType) {
        return put(new Named(ids.next(idPrefix), name, label, ofType, clock.instant()));
    }

    /** Adds one with an id of its own. */
    synchronized Named put(Named one) {
        byId.put(one.id(), one);
        return one;
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
        return find(id).orElseThrow(() -> OktaRefusal.notFound(id, resource));
    }

    /** All of them, oldest first. */
    public synchronized Collection<Named> all() {
        return byId.values().stream().toList();
    }

    synchronized void clear() {
        byId.clear();
    }
}
