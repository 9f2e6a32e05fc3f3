/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Puts a snapshot into JSON. Times are texts by ISO 8601, durations milliseconds; what is not known is left out. */
final class SnapshotJson {
    private SnapshotJson() {}

    static JsonObject of(Snapshot snapshot) {
        JsonObject json = new JsonObject();
        put(json, "component", snapshot.component());
        put(json, "time", snapshot.time());
        put(json, "rateLimitShare", snapshot.share());
        put(json, "endpoints", list(snapshot.endpoints(), SnapshotJson::endpoint));
        put(json, "orgs", list(snapshot.orgs(), SnapshotJson::org));
        put(json, "consumers", list(snapshot.consumers(), SnapshotJson::consumer));
        return json;
    }

    private static JsonObject endpoint(Snapshot.Endpoint endpoint) {
        JsonObject json = new JsonObject();
        put(json, "operation", endpoint.operation());
        put(json, "org", endpoint.org());
        put(json, "count", endpoint.count());
        return json;
    }

    private static JsonObject org(Snapshot.Org org) {
        JsonObject json = new JsonObject();
        put(json, "url", org.url());
        put(json, "caller", org.caller());
        put(json, "credential", org.credential() == null ? null : credential(org.credential()));
        put(json, "tokens", list(org.tokens(), SnapshotJson::token));
        put(json, "buckets", list(org.buckets(), SnapshotJson::bucket));
        put(json, "lastErrors", list(org.failures(), SnapshotJson::failure));
        return json;
    }

    private static JsonObject credential(Snapshot.Credential credential) {
        JsonObject json = new JsonObject();
        put(json, "finding", credential.finding().name());
        put(json, "checked", credential.checked());
        return json;
    }

    private static JsonObject token(Snapshot.Token token) {
        JsonObject json = new JsonObject();
        put(json, "scopes", token.scopes());
        put(json, "age", token.age());
        put(json, "left", token.left());
        return json;
    }

    private static JsonObject bucket(Snapshot.Bucket bucket) {
        JsonObject json = new JsonObject();
        put(json, "name", bucket.name());
        put(json, "path", bucket.path());
        put(json, "limit", bucket.limit());
        put(json, "remaining", bucket.remaining());
        put(json, "reset", bucket.reset());
        put(json, "inFlight", bucket.inFlight());
        put(json, "waiting", bucket.waiting());
        put(json, "delay", bucket.delay());
        return json;
    }

    private static JsonObject failure(Snapshot.Failure failure) {
        JsonObject json = new JsonObject();
        put(json, "operation", failure.operation());
        put(json, "status", failure.status() == 0 ? null : failure.status());
        put(json, "code", failure.code());
        put(json, "time", failure.time());
        return json;
    }

    private static JsonObject consumer(Snapshot.Consumer consumer) {
        JsonObject json = new JsonObject();
        put(json, "route", consumer.route());
        put(json, "operation", consumer.operation());
        put(json, "mode", consumer.mode());
        put(json, "cursor", consumer.cursor());
        put(json, "caughtUp", consumer.caughtUp());
        put(json, "lag", consumer.lag());
        put(json, "pages", consumer.pages());
        put(json, "exchanges", consumer.exchanges());
        put(json, "unfinished", consumer.unfinished());
        put(json, "failedUsers", consumer.failedUsers());
        return json;
    }

    private static <T> JsonArray list(List<T> elements, Function<T, JsonObject> writer) {
        JsonArray json = new JsonArray();
        elements.forEach(element -> json.add(writer.apply(element)));
        return json;
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value instanceof Duration duration) {
            json.put(name, duration.toMillis());
        } else if (value instanceof Instant) {
            json.put(name, value.toString());
        } else if (value != null) {
            json.put(name, value);
        }
    }
}
