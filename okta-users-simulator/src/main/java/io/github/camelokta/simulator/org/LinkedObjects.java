/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One-to-many relations between users, such as manager and subordinate. Every user has at most one primary per relation. */
public final class LinkedObjects {
    private record Relation(String primary, String associated, Map<String, String> primaryByAssociate) {}

    private final Map<String, Relation> byPrimary = new LinkedHashMap<>();

    /** Defines a relation by the names of its two ends. */
    public void define(String primary, String associated) {
        byPrimary.put(primary, new Relation(primary, associated, new TreeMap<>()));
    }

    /** Sets the primary of {@code associateId}, in place of the one it had. */
    public void set(String primaryName, String associateId, String primaryId) {
        if (associateId.equals(primaryId)) {
            throw OktaRefusal.invalid("linkedObjects", "A user cannot be linked to itself.");
        }
        byPrimaryName(primaryName).primaryByAssociate().put(associateId, primaryId);
    }

    /** Takes the primary away; nothing happens where there is none. */
    public void remove(String primaryName, String associateId) {
        byPrimaryName(primaryName).primaryByAssociate().remove(associateId);
    }

    /** Who stands at the end called {@code name}, seen from {@code userId}. */
    public List<String> linked(String name, String userId) {
        Relation relation = byPrimary.get(name);
        if (relation != null) {
            String primary = relation.primaryByAssociate().get(userId);
            return primary == null ? List.of() : List.of(primary);
        }
        return byAssociatedName(name).primaryByAssociate().entrySet().stream()
                .filter(link -> link.getValue().equals(userId))
                .map(Map.Entry::getKey)
                .toList();
    }

    void forget(String userId) {
        for (Relation relation : byPrimary.values()) {
            relation.primaryByAssociate().remove(userId);
            relation.primaryByAssociate().values().removeIf(userId::equals);
        }
    }

    void clear() {
        byPrimary.clear();
    }

    private Relation byPrimaryName(String name) {
        Relation relation = byPrimary.get(name);
        if (relation == null) {
            throw OktaRefusal.notFound(name, "LinkedObject");
        }
        return relation;
    }

    private Relation byAssociatedName(String name) {
        return byPrimary.values().stream()
                .filter(relation -> relation.associated().equals(name))
                .findFirst()
                .orElseThrow(() -> OktaRefusal.notFound(name, "LinkedObject"));
    }
}
