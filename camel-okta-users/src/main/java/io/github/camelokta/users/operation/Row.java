/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import static io.github.camelokta.users.operation.OperationParam.Place.PATH;
import static io.github.camelokta.users.operation.OperationParam.Place.QUERY;

import java.util.ArrayList;
import java.util.List;

/** The columns of one operation while its row is written down; {@link #check} refuses a row that contradicts itself. */
final class Row {
    final OperationGroup group;
    final HttpMethod method;
    final PathTemplate path;
    final List<OperationParam> query = new ArrayList<>();
    final List<OperationParam> requiredQuery = new ArrayList<>();
    String body;
    ResultKind result = ResultKind.NOTHING;
    String resultType;
    boolean paged;
    boolean conditional;
    Scope scope;
    Bucket bucket;
    Repeat repeat;
    Probe probe;
    String description;

    private Row(OperationGroup group, HttpMethod method, String path) {
        this.group = group;
        this.method = method;
        this.path = new PathTemplate(path);
    }

    static Row row(OperationGroup group, HttpMethod method, String path) {
        return new Row(group, method, path);
    }

    Row query(OperationParam... params) {
        query.addAll(List.of(params));
        return this;
    }

    Row requiredQuery(OperationParam param) {
        requiredQuery.add(param);
        return query(param);
    }

    /** A JSON object of this type of Okta's is required. */
    Row body(String type) {
        body = type;
        return this;
    }

    /** Okta compares {@code If-Match} with the version of the user's profile. */
    Row conditional() {
        conditional = true;
        return this;
    }

    Row object(String type) {
        result = ResultKind.OBJECT;
        resultType = type;
        return this;
    }

    Row list(String elementType) {
        result = ResultKind.LIST;
        resultType = elementType;
        return this;
    }

    Row pages(String elementType) {
        paged = true;
        return list(elementType);
    }

    Row needs(Scope scope, Bucket bucket, Repeat repeat) {
        this.scope = scope;
        this.bucket = bucket;
        this.repeat = repeat;
        return this;
    }

    Row probe(Probe probe) {
        this.probe = probe;
        return this;
    }

    Row says(String description) {
        this.description = description;
        return this;
    }

    Row check(String operation) {
        require(operation, scope != null, "has no scope, bucket and repeat");
        require(operation, description != null, "has no description");
        require(
                operation,
                path.params().stream().allMatch(p -> p.place() == PATH),
                "has a query parameter in its path");
        require(operation, query.stream().allMatch(p -> p.place() == QUERY), "has a path parameter in its query");
        require(operation, query.stream().distinct().count() == query.size(), "names a query parameter twice");
        require(operation, (repeat == Repeat.SAFE) == (method == HttpMethod.GET), "is safe exactly if it is a GET");
        require(
                operation,
                body == null || method == HttpMethod.POST || method == HttpMethod.PUT,
                "has no place for a body");
        require(
                operation,
                !paged || query.contains(OperationParam.after) && query.contains(OperationParam.limit),
                "is paged and takes no after and limit");
        require(operation, probe == null || repeat != Repeat.SAFE, "only reads and needs no probe");
        require(
                operation,
                probe == null || repeat != Repeat.DESTRUCTIVE,
                "is destructive: no probe tells which call it was");
        return this;
    }

    private static void require(String operation, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The row of " + operation + " " + otherwise);
        }
    }
}
