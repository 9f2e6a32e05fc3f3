/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.ListMode;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.consumer.changes.StartFrom;
import io.github.camelokta.users.http.interceptor.NotFoundInterceptor;
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.Operation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses options that contradict the operation or each other. Each refusal is an {@link IllegalArgumentException} with a sentence
 * that names the option and the remedy.
 */
final class EndpointCheck {
    private final Operation operation;
    private final OktaUsersConfiguration configuration;

    EndpointCheck(Operation operation, OktaUsersConfiguration configuration) {
        this.operation = operation;
        this.configuration = configuration;
    }

    /** What can be known when the endpoint starts. */
    void check() {
        refuse(
                configuration.getOutputClass() != null && configuration.getResultFormat() != ResultFormat.map,
                "outputClass binds results to a class and goes with resultFormat=map only: remove one of the two");
        if (operation instanceof OktaUsersOperation row) {
            checkSingle(row);
        } else {
            checkComposite();
        }
    }

    private void checkSingle(OktaUsersOperation operation) {
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
            checkParameters(operation);
            checkCall(operation);
            refuse(
                    configuration.isDryRun() && operation.repeat() == Repeat.SAFE,
                    "dryRun=true is for operations that write; " + operation + " only reads: remove it");
        }
    }

    private void checkParameters(OktaUsersOperation operation) {
        List<OperationParam> foreign = Stream.of(OperationParam.values())
                .filter(param -> configuration.parameter(param) != null && !operation.takes(param))
                .toList();
        refuse(
                !foreign.isEmpty(),
                operation + " takes no parameter " + foreign + ": remove it; " + operation + " takes "
                        + Stream.concat(operation.pathParams().stream(), operation.queryParams().stream())
                                .toList());
    }

    /** What the operation itself, from the URI or a header, needs of the options. */
    void checkCall(OktaUsersOperation operation) {
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
        if (!(operation instanceof OktaUsersOperation row)) {
            throw new IllegalArgumentException(
                    "okta-users:" + operation + " cannot be consumed from: it writes; use it in to()");
        }
        refuse(
                !row.paged(),
                "okta-users:" + operation + " cannot be consumed from: from() is for " + paged() + "; use it in to()");
        row.pathParams()
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

    private void checkComposite() {
        List<OperationParam> foreign = Stream.of(OperationParam.values())
                .filter(param -> param != OperationParam.sendEmail && configuration.parameter(param) != null)
                .toList();
        refuse(
                !foreign.isEmpty(),
                operation + " takes no parameter " + foreign + " but sendEmail: remove it; users stand in the body");
        refuse(
                configuration.isAllowOperationHeader(),
                operation + " cannot be exchanged for another operation by a header: remove allowOperationHeader");
        refuse(configuration.getDeletePolicy() != null, operation + " never deletes: remove deletePolicy");
        refuse("null".equals(configuration.getNotFound()), operation + " takes no notFound=null: remove it");
        refuse(configuration.accessRules().minAge().isNegative(), "minAge must be 0 or more");
        checkReconcile();
    }

    private void checkReconcile() {
        List<String> options = configuration.reconcileOptions();
        if (operation == CompositeOperation.ensure) {
            refuse(!options.isEmpty(), "ensure takes no option " + options + ": remove it, it is for reconcile");
            return;
        }
        String scope = configuration.getScope();
        refuse(
                scope == null || scope.isBlank(),
                "reconcile needs the option scope: a search expression of the users that the directory owns; status pr"
                        + " stands for all");
        refuse(
                configuration.getProtect() != null && configuration.getProtect().isBlank(),
                "protect is blank: set a search expression, or remove it");
        refuse(
                configuration.getResultFormat() != ResultFormat.map || configuration.getOutputClass() != null,
                "reconcile answers with a ReconcileReport: remove resultFormat and outputClass");
        MassChangeLimits limits = configuration.reconcileRules().limits();
        refuse(limits.maxDeactivations() < 0, "maxDeactivations must be 0 or more");
        refuse(limits.maxChangePercent() < 0, "maxChangePercent must be 0 or more; 100 is no limit");
        refuse(limits.minSourceSize() < 0, "minSourceSize must be 0 or more");
        String directory = configuration.getWorkDirectory();
        refuse(
                directory != null && !Files.isDirectory(Path.of(directory)),
                "workDirectory is no directory: make it, or remove the option");
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
