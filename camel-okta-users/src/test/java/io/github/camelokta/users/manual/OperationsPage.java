/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.manual;

import io.github.camelokta.users.operation.CompositeOperation;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationGroup;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.Scope;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the manual's reference of operations from the table. */
final class OperationsPage {
    private static final String HEAD = """
            // Generated from OktaUsersOperation and OperationParam: change those, then run the regenerate command.
            = The %d operations
            :toc: right

            Each parameter is an option of the endpoint and a message header; the header wins. Parameters in *bold* are required.
            The last column says what sending the same call twice does:

            safe:: it only reads.
            converges:: the second call reaches the same state.
            state-guarded:: Okta refuses the second call.
            never:: each call has a new effect, such as a mail or a new password.
            destructive:: the second call erases the user.
            """;

    private OperationsPage() {}

    static String render() {
        return HEAD.formatted(OktaUsersOperation.values().length)
                + Stream.of(OperationGroup.values()).map(OperationsPage::group).collect(Collectors.joining())
                + "\n== Made of several calls\n\nThese are no calls of Okta's. link:directory-sync.adoc[Directory sync] explains them.\n\n"
                + Table.of(
                        "1,5",
                        List.of("Operation", "What it does"),
                        Stream.of(CompositeOperation.values())
                                .map(operation -> List.of("`" + operation + "`", operation.description()))
                                .toList())
                + "\n== Scopes\n\nThe least that an OAuth 2.0 service app must be granted. Its admin role must allow the call besides.\n\n"
                + Table.of(
                        "1,4",
                        List.of("Scope", "Operations"),
                        Stream.of(Scope.values()).map(OperationsPage::scope).toList())
                + "\n== Parameters\n\n"
                + Table.of(
                        "2,1,3,5",
                        List.of("Option", "Type", "Header", "Meaning"),
                        Stream.of(OperationParam.values())
                                .map(param -> List.of(
                                        "`" + param + "`",
                                        param.type().getSimpleName(),
                                        "`" + param.header() + "`",
                                        param.description()))
                                .toList());
    }

    private static String group(OperationGroup group) {
        GroupExample example = GroupExample.of(group);
        return "\n== " + title(group) + "\n\n"
                + Table.of(
                        "2,4,3,3,3,2",
                        List.of("Operation", "What it does", "Request", "Parameters", "Body and result", "Repeated"),
                        Stream.of(OktaUsersOperation.values())
                                .filter(operation -> operation.group() == group)
                                .map(OperationsPage::row)
                                .toList())
                + "\n`" + example.operation() + "` in a route, in Java and in YAML; the body is a map:\n"
                + source("java", example.java())
                + source("yaml", example.yaml());
    }

    private static String source(String language, String text) {
        return "\n[source," + language + "]\n----\n" + text + "----\n";
    }

    private static List<String> row(OktaUsersOperation operation) {
        return List.of(
                "`okta-users:" + operation + "`",
                operation.description() + ". Scope: `" + operation.scope().value() + "`",
                "`" + operation.method() + " " + operation.path().toString().replace("{", "\\{") + "`",
                parameters(operation),
                operation.body().map(body -> "Body: `" + body + "`. ").orElse("") + "Result: " + result(operation),
                repeat(operation.repeat()));
    }

    private static List<String> scope(Scope scope) {
        return List.of(
                "`" + scope.value() + "`",
                Stream.of(OktaUsersOperation.values())
                        .filter(operation -> operation.scope() == scope)
                        .map(operation -> "`" + operation + "`")
                        .collect(Collectors.joining(", ")));
    }

    private static String parameters(OktaUsersOperation operation) {
        return Stream.concat(operation.pathParams().stream(), operation.queryParams().stream())
                .map(param -> isRequired(operation, param) ? "*`" + param + "`*" : "`" + param + "`")
                .collect(Collectors.joining(", "));
    }

    private static boolean isRequired(OktaUsersOperation operation, OperationParam param) {
        return operation.pathParams().contains(param)
                || operation.requiredQueryParams().contains(param);
    }

    private static String result(OktaUsersOperation operation) {
        String type = operation.resultType().map(name -> "`" + name + "`").orElse("none; the body stays as it was");
        return switch (operation.result()) {
            case NOTHING, OBJECT -> type;
            case LIST -> "list of " + type + (operation.paged() ? ", in pages" : "");
        };
    }

    private static String repeat(Repeat repeat) {
        return words(repeat.name()).replace(' ', '-');
    }

    private static String title(OperationGroup group) {
        String words = words(group.name());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
