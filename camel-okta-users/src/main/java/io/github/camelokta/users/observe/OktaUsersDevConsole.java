/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the components of a Camel context that call Okta. */
@DevConsole(name = "okta-users", displayName = "Okta Users", description = "Rate limits, tokens, errors and consumers")
public class OktaUsersDevConsole extends AbstractDevConsole {
    public OktaUsersDevConsole() {
        super("camel", "okta-users", "Okta Users", "Rate limits, tokens, errors and consumers");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return snapshots().stream().map(SnapshotText::of).collect(Collectors.joining("\n"));
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray components = new JsonArray();
        snapshots().forEach(snapshot -> components.add(SnapshotJson.of(snapshot)));
        JsonObject json = new JsonObject();
        json.put("components", components);
        return json;
    }

    private List<Snapshot> snapshots() {
        return getCamelContext().getComponentNames().stream()
                .sorted()
                .map(getCamelContext()::hasComponent)
                .filter(Objects::nonNull)
                .distinct()
                .filter(SnapshotSource.class::isInstance)
                .map(component -> ((SnapshotSource) component).snapshot())
                .toList();
    }
}
