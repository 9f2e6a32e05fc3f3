/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path such as {@code /api/v1/users/{userId}/roles}, taken apart once so that a call only joins strings. */
public final class PathTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String text;
    private final List<String> literals;
    private final List<OperationParam> params;

    /**
     * @throws IllegalArgumentException if a placeholder is no {@link OperationParam}
     */
    public PathTemplate(String text) {
        this.text = text;
        List<String> between = new ArrayList<>();
        List<OperationParam> found = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            between.add(text.substring(from, placeholder.start()));
            found.add(OperationParam.valueOf(placeholder.group(1)));
            from = placeholder.end();
        }
        between.add(text.substring(from));
        literals = List.copyOf(between);
        params = List.copyOf(found);
    }

    /** The parameters in the order in which they stand in the path. */
    public List<OperationParam> params() {
        return params;
    }

    /**
     * Appends the path.
     *
     * @param values in the order of {@link #params()}
     * @param encoder makes a value safe in a path segment
     */
    public void appendTo(StringBuilder target, List<String> values, UnaryOperator<String> encoder) {
        target.append(literals.get(0));
        for (int i = 0; i < values.size(); i++) {
            target.append(encoder.apply(values.get(i))).append(literals.get(i + 1));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
