/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.OperationParam.Place;
import io.github.camelokta.users.operation.Repeat;
import io.github.camelokta.users.operation.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.Message;

/** Finds the value of one parameter: the message's header, else the endpoint's option. */
public final class ParameterBinder {
    private final OktaUsersOperation operation;
    private final OperationParam param;
    private final boolean required;
    private final String option;

    /**
     * @param option what the endpoint's option gives; null if it is not set
     * @throws IllegalArgumentException if the option's value cannot be sent
     */
    public ParameterBinder(OktaUsersOperation operation, OperationParam param, Object option) {
        this.operation = operation;
        this.param = param;
        this.required =
                param.place() == Place.PATH || operation.requiredQueryParams().contains(param);
        this.option = option == null ? null : option.toString();
        String name = "Option " + param;
        if (option != null) {
            requireUnicode(name, this.option);
        }
        if (option != null && param.place() == Place.PATH) {
            requireSafe(operation, name, this.option);
            requireNoBlank(name, param, this.option);
            requireNoControl(name, this.option);
        }
    }

    OperationParam param() {
        return param;
    }

    /**
     * The value as text; null if an optional parameter is not set.
     *
     * @throws IllegalArgumentException if a required value is missing, or a value cannot be sent
     */
    public String valueIn(Message message) {
        Object header = message.getHeader(param.header());
        if (header != null && !isNone(header)) {
            return checked(header instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : header);
        }
        if (option == null && required) {
            throw new IllegalArgumentException(
                    operation + " needs " + param + ": set the header " + param.header() + " or the option " + param);
        }
        return option;
    }

    /** A blank text is what an empty field of a message leaves; in a path it is refused. */
    private boolean isNone(Object header) {
        return param.place() == Place.QUERY
                && param.type() == String.class
                && header instanceof CharSequence text
                && text.toString().isBlank();
    }

    private String checked(Object header) {
        String name = "Header " + param.header();
        String text = header.toString();
        requireUnicode(name, text);
        if (param.place() == Place.PATH) {
            requireText(name, header);
            requireSafe(operation, name, text);
            requireNoControl(name, text);
            return text;
        }
        if (param.type() == Boolean.class) {
            return requireBoolean(name, text);
        }
        if (param.type() == Integer.class) {
            return requireWholeNumber(name, text);
        }
        requireText(name, header);
        return text;
    }

    /**
     * Refuses what must not stand in a path. An empty segment or a dot would call another operation, on all users; a slash or a
     * question mark is cut off in Okta even when it is encoded, so such a login is reached only by its id.
     */
    private static void requireSafe(OktaUsersOperation operation, String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: " + operation + " needs a value there");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " is a dot segment and would change the path: set it to an id");
        }
        if (value.indexOf('/') >= 0 || value.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    name + " holds / or ?, with which Okta finds no login: use the user's id instead");
        }
        if (operation.repeat() == Repeat.DESTRUCTIVE) {
            UserId.require(operation, value);
        }
    }

    /**
     * Refuses white space in a value that came from a URI, where Camel has made it of a plus sign.
     *
     * @param name how the value is called in the message, such as {@code Option userId}
     */
    static void requireNoBlank(String name, OperationParam param, String value) {
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    name + " holds white space, which is what Camel makes of + and %2B in a URI:" + " write " + param
                            + "=RAW(...) or set the header " + param.header());
        }
    }

    private static void requireNoControl(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " holds a control character, such as a line break at its end: trim it");
        }
    }

    private static void requireText(String name, Object value) {
        if (!(value instanceof CharSequence || value instanceof Number || value instanceof Enum<?>)) {
            throw new IllegalArgumentException(
                    name + " holds a " + value.getClass().getName() + ": a text is needed");
        }
    }

    /** Half a surrogate pair is encoded as a question mark, behind which Okta reads nothing. */
    private static void requireUnicode(String name, String text) {
        int i = 0;
        while (i < text.length() && !isLoneSurrogate(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i < text.length()) {
            throw new IllegalArgumentException(name + " holds half a character (a lone surrogate): set it anew from"
                    + " text that was not cut inside a character");
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }

    private static String requireBoolean(String name, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is neither true nor false: set it to one of them");
        }
        return value;
    }

    private static String requireWholeNumber(String name, String text) {
        try {
            return Integer.toString(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no whole number: set it to one, such as 100");
        }
    }
}
