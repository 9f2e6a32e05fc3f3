/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Refuses options that contradict an operation that consists of several calls. */
final class CompositeCheck {
    private final CompositeOperation operation;
    private final OktaUsersConfiguration configuration;

    CompositeCheck(CompositeOperation operation, OktaUsersConfiguration configuration) {
        this.operation = operation;
        this.configuration = configuration;
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the option and the remedy
     */
    void check() {
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
        refuse(
                configuration.getOutputClass() != null && configuration.getResultFormat() != ResultFormat.map,
                "outputClass binds results to a class and goes with resultFormat=map alone: remove one of the two");
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

    IllegalArgumentException notConsumed() {
        return new IllegalArgumentException(
                "okta-users:" + operation + " cannot be consumed from: it writes; use it in to()");
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
