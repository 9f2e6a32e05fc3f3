/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.ListMode;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.consumer.changes.StartFrom;
import io.github.camelokta.users.http.interceptor.NotFoundInterceptor;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses options that contradict the operation or each other. */
final class EndpointCheck {
    private final OktaUsersOperation operation;
    private final OktaUsersConfiguration configuration;

    EndpointCheck(OktaUsersOperation operation, OktaUsersConfiguration configuration) {
        this.operation = operation;
        this.configuration = configuration;
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the option and the remedy
     */
    void check() {
        refuse(
                configuration.getOutputClass() != null && configuration.getResultFormat() != ResultFormat.map,
                "outputClass binds results to a class and goes with resultFormat=map alone: remove one of the two");
        refuse(configuration.getMaxResults() < 1, "maxResults must be 1 or more");
        // Camel reads a text that is no number as the duration 0.
        refuse(configuration.getLimit() != null && configuration.getLimit() < 1, "limit must be 1 or more");
        requireOneOf("notFound", configuration.getNotFound(), "error", "null");
        requireOneOf("dpop", configuration.getDpop(), "auto", "true", "false");
        refuse(
                !configuration.syncOptions().isEmpty(),
                operation + " takes no option " + configuration.syncOptions()
                        + ": remove it, it is for ensure and reconcile");
        // With an operation from a header, options may be meant for another one than that of the URI.
        if (!configuration.isAllowOperationHeader()) {
            checkParameters();
            checkRow();
            refuse(
                    configuration.isDryRun() && operation.repeat() == Repeat.SAFE,
                    "dryRun=true is for operations that write; " + operation + " only reads: remove it");
        }
    }

    /** What the operation itself, from the URI or a header, needs of the options. */
    void checkRow() {
        refuse(
                operation.repeat() == Repeat.DESTRUCTIVE && configuration.getDeletePolicy() == null,
                operation + " needs the option deletePolicy: deactivate, delete or raw");
        refuse(
                configuration.isIdempotent() && operation.probe().isEmpty(),
                "idempotent=true is for operations whose effect can be read back; " + operation
                        + " is none of them: remove it");
        refuse(
                "null".equals(configuration.getNotFound()) && !NotFoundInterceptor.judges(operation),
                "notFound=null is for reads, and for operations that revoke or remove; " + operation
                        + " is none of them");
    }

    /** What a consumer needs of the operation and the options. */
    void checkConsumer(boolean greedy) {
        refuse(
                !operation.paged(),
                "okta-users:" + operation + " cannot be consumed from: from() is for " + paged() + "; use it in to()");
        operation
                .pathParams()
                .forEach(param -> refuse(
                        configuration.parameter(param) == null,
                        operation + " needs " + param + ": set the option " + param));
        checkChanges();
        refuse(
                greedy && configuration.getMode() == ListMode.all,
                "greedy would list everything again and again without a pause: remove it");
        refuse(
                configuration.getResultFormat() == ResultFormat.stream,
                "resultFormat=stream is for the producer: use bytes, string, json or map");
        refuse(configuration.getPrefetch() < 0, "prefetch must be 0 or more");
        refuse(
                configuration.getIncludeDeprovisioned() != null
                        && (operation != OktaUsersOperation.list || configuration.hasQuery()),
                "includeDeprovisioned is for the list of users without search, filter and q: remove it");
    }

    private void checkChanges() {
        boolean changes = configuration.getMode() == ListMode.changes;
        refuse(
                changes && operation != OktaUsersOperation.list,
                "mode=changes is for list alone: remove it, " + operation + " is read whole at each poll");
        refuse(
                changes && (configuration.getFilter() != null || configuration.getQ() != null),
                "mode=changes takes search and neither filter nor q: write the expression as search");
        refuse(
                changes && (configuration.getSortBy() != null || configuration.getSortOrder() != null),
                "mode=changes sorts by itself: remove sortBy and sortOrder");
        refuse(
                changes && configuration.getIncludeDeprovisioned() != null,
                "mode=changes delivers deprovisioned users too: remove includeDeprovisioned");
        refuse(configuration.getHorizon() < 0, "horizon must be 0 or more");
        StartFrom.parse(configuration.getStartFrom());
        checkDeletions(changes);
    }

    private void checkDeletions(boolean changes) {
        long period = configuration.getDetectDeletions();
        refuse(period < 0, "detectDeletions must be more than 0: remove it to detect none");
        refuse(period > 0 && !changes, "detectDeletions is for mode=changes: set that too, or remove it");
        refuse(
                period > 0 && period < configuration.getHorizon(),
                "detectDeletions must not be less than horizon, for so long the index may lag: lengthen it");
        refuse(
                configuration.getMaxDeletions() != null && configuration.getMaxDeletions() < 1,
                "maxDeletions must be 1 or more");
        refuse(
                configuration.getMaxDeletions() != null && period == 0,
                "maxDeletions is for detectDeletions: set that too, or remove it");
    }

    private static String paged() {
        return Stream.of(OktaUsersOperation.values())
                .filter(OktaUsersOperation::paged)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    private void checkParameters() {
        List<OperationParam> foreign = Stream.of(OperationParam.values())
                .filter(param -> configuration.parameter(param) != null && !operation.takes(param))
                .toList();
        refuse(
                !foreign.isEmpty(),
                operation + " takes no parameter " + foreign + ": remove it; " + operation + " takes "
                        + Stream.concat(operation.pathParams().stream(), operation.queryParams().stream())
                                .toList());
    }

    private static void requireOneOf(String option, String value, String... values) {
        refuse(
                value != null && !List.of(values).contains(value),
                option + " is " + value + ": set it to "
                        + String.join(", ", values).replaceFirst(", (?=\\w+$)", " or "));
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
