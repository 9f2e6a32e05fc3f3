/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.operation.OperationParam.Place;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The URI of a {@code toD}, taken apart along its template. What the route's author wrote decides which options there are; what an
 * expression gave is a value and nothing else: it is decoded once, or not at all within {@code RAW(...)}, and never parsed.
 *
 * @param staticUri the URI of an endpoint without the parameters
 * @param parameters the values of the parameters that the template names
 */
public record DynamicUri(String staticUri, Map<OperationParam, String> parameters) {
    /** Stands in a template for an expression; of several in a row only their joint value can be told. */
    private static final char HOLE = '\uE000';

    private static final String REMEDY = ": set its values as headers, such as CamelOktaUsersUserId, and write to(...)";

    /**
     * @param template as the route's author wrote it
     * @param uri what the template's expressions made of it for one message
     * @throws IllegalArgumentException if it cannot be told what is the author's and what the message's, or a value cannot be taken
     */
    public static DynamicUri of(String template, String uri) {
        return new Parser(skeleton(template), uri).parse();
    }

    /** The template with {@link #HOLE} in place of each expression of the simple language. */
    private static String skeleton(String template) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        int i = 0;
        while (i < template.length()) {
            int start = template.startsWith("${", i) ? 2 : template.startsWith("$simple{", i) ? 8 : 0;
            if (start > 0) {
                if (depth == 0 && (text.isEmpty() || text.charAt(text.length() - 1) != HOLE)) {
                    text.append(HOLE);
                }
                depth++;
                i += start;
            } else {
                if (depth == 0) {
                    text.append(template.charAt(i));
                } else if (template.charAt(i) == '}' && template.charAt(i - 1) != '\\') {
                    depth--;
                }
                i++;
            }
        }
        return text.toString().strip();
    }

    private static IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException("The URI of a toD " + sentence);
    }

    private static final class Parser {
        private final String skeleton;
        private final List<String> values;
        private int next;

        private final Map<OperationParam, String> parameters = new EnumMap<>(OperationParam.class);
        private final List<String> options = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Parser(String skeleton, String uri) {
            this.skeleton = skeleton;
            this.values = values(skeleton, uri);
        }

        DynamicUri parse() {
            int question = skeleton.indexOf('?');
            String path = question < 0 ? skeleton : skeleton.substring(0, question);
            StringBuilder target = new StringBuilder();
            for (char c : path.toCharArray()) {
                target.append(c == HOLE ? operation(values.get(next++)) : String.valueOf(c));
            }
            if (question >= 0) {
                options(skeleton.substring(question + 1)).forEach(this::option);
            }
            if (!options.isEmpty()) {
                target.append('?').append(String.join("&", options));
            }
            return new DynamicUri(target.toString(), parameters);
        }

        private static String operation(String value) {
            if (!value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                throw refusal("takes its operation from the message, and that holds more than a name: options stand"
                        + " in the template");
            }
            return value;
        }

        /** Splits at each ampersand, but not within {@code RAW(...)}. */
        private static List<String> options(String query) {
            List<String> found = new ArrayList<>();
            int from = 0;
            while (from <= query.length()) {
                int equal = query.indexOf('=', from);
                int end = query.indexOf('&', from);
                if (equal >= 0 && (end < 0 || equal < end)) {
                    char close = close(query.substring(equal + 1));
                    if (close != 0) {
                        int closed = query.indexOf(close + "&", equal);
                        end = closed < 0 ? -1 : closed + 1;
                    }
                }
                String option = query.substring(from, end < 0 ? query.length() : end);
                if (!option.isEmpty()) {
                    found.add(option);
                }
                from = end < 0 ? query.length() + 1 : end + 1;
            }
            return found;
        }

        /** What closes a value that is taken as it is; 0 for one that is decoded. */
        private static char close(String value) {
            return value.startsWith("RAW(") ? ')' : value.startsWith("RAW{") ? '}' : 0;
        }

        private void option(String option) {
            int equal = option.indexOf('=');
            String name = equal < 0 ? option : option.substring(0, equal);
            if (name.indexOf(HOLE) >= 0) {
                throw refusal("takes the name of an option from the message: options stand in the template");
            }
            if (!names.add(name)) {
                throw refusal("names the option " + name + " twice: remove one of the two");
            }
            String value = equal < 0 ? "" : option.substring(equal + 1);
            char close = close(value);
            if (close != 0 && (value.length() < 5 || value.charAt(value.length() - 1) != close)) {
                throw refusal("does not close RAW in " + name + ": write " + name + "=RAW(...)");
            }
            OperationParam param = param(name);
            if (param == null) {
                options.add(name + "=" + filled(name, value, close != 0));
            } else if (close != 0) {
                parameters.put(param, raw(value.substring(4, value.length() - 1)));
            } else {
                parameters.put(param, decoded(param, value));
            }
        }

        private static OperationParam param(String name) {
            for (OperationParam param : OperationParam.values()) {
                if (param.name().equals(name)) {
                    return param;
                }
            }
            return null;
        }

        /** Stays in a URI that Camel parses, and so must hold nothing that means something there. */
        private String filled(String name, String template, boolean raw) {
            StringBuilder text = new StringBuilder();
            for (char c : template.toCharArray()) {
                String value = c == HOLE ? values.get(next++) : null;
                if (value != null
                        && value.chars()
                                .anyMatch(v -> v < ' ' || "&#(){}".indexOf(v) >= 0 || !raw && "+%".indexOf(v) >= 0)) {
                    throw refusal("takes the option " + name + " from the message, and that holds a character with a"
                            + " meaning in a URI: set it in the template");
                }
                text.append(value == null ? String.valueOf(c) : value);
            }
            return text.toString();
        }

        private String raw(String template) {
            StringBuilder text = new StringBuilder();
            for (char c : template.toCharArray()) {
                text.append(c == HOLE ? values.get(next++) : String.valueOf(c));
            }
            return text.toString();
        }

        /** What Camel makes of the author's text in a static URI, and of the message's values but for the plus sign. */
        private String decoded(OperationParam param, String template) {
            StringBuilder text = new StringBuilder();
            StringBuilder literal = new StringBuilder();
            for (char c : template.toCharArray()) {
                if (c == HOLE) {
                    text.append(decode(param, literal.toString()).replace('+', ' '));
                    literal.setLength(0);
                    String value = decode(param, values.get(next++));
                    if (param.place() != Place.PATH && value.indexOf('+') >= 0) {
                        throw new IllegalArgumentException("Option " + param + " holds + or %2B, of which Camel makes a"
                                + " blank in a URI: write " + param + "=RAW(...) or set the header " + param.header());
                    }
                    text.append(value.replace('+', ' '));
                } else {
                    literal.append(c);
                }
            }
            text.append(decode(param, literal.toString()).replace('+', ' '));
            String value = text.toString();
            if (param.place() == Place.PATH) {
                ParameterBinder.requireNoBlank("Option " + param, param, value);
            }
            return value;
        }

        /** Percent signs that begin no escape stand for themselves, as Camel takes them. */
        private static String decode(OperationParam param, String text) {
            if (text.indexOf('%') < 0) {
                return text;
            }
            StringBuilder decoded = new StringBuilder();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                int high =
                        i + 2 < text.length() && text.charAt(i) == '%' ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
                if (low < 0) {
                    flush(param, bytes, decoded);
                    decoded.append(text.charAt(i));
                } else {
                    bytes.write(high * 16 + low);
                    i += 2;
                }
            }
            flush(param, bytes, decoded);
            return decoded.toString();
        }

        private static void flush(OperationParam param, ByteArrayOutputStream bytes, StringBuilder decoded) {
            try {
                decoded.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException(
                        "Option " + param + " holds percent signs that encode no UTF-8: write " + param
                                + "=RAW(...) or set the header " + param.header());
            }
            bytes.reset();
        }

        /** The values of the holes, if there is exactly one way to tell them. */
        private static List<String> values(String skeleton, String uri) {
            String[] literals = skeleton.split(String.valueOf(HOLE), -1);
            int last = literals.length - 1;
            if (last == 0) {
                if (!uri.equals(skeleton)) {
                    throw refusal("is not what its template says" + REMEDY);
                }
                return List.of();
            }
            if (!uri.startsWith(literals[0]) || !uri.endsWith(literals[last])) {
                throw refusal("is not what its template says" + REMEDY);
            }
            int end = uri.length() - literals[last].length();
            List<String> early = new ArrayList<>();
            int from = literals[0].length();
            for (int i = 1; i < last; i++) {
                int at = uri.indexOf(literals[i], from);
                if (at < 0 || at + literals[i].length() > end) {
                    throw refusal("is not what its template says" + REMEDY);
                }
                early.add(uri.substring(from, at));
                from = at + literals[i].length();
            }
            if (from > end) {
                throw refusal("is not what its template says" + REMEDY);
            }
            early.add(uri.substring(from, end));
            // Found from the end as well: where the two differ, a value holds what stands between two values.
            int to = end;
            for (int i = last - 1; i > 0; i--) {
                int at = uri.lastIndexOf(literals[i], to - literals[i].length());
                if (!early.get(i).equals(uri.substring(at + literals[i].length(), to))) {
                    throw refusal(
                            "can be taken apart in two ways, because a value holds text of the template" + REMEDY);
                }
                to = at;
            }
            return early;
        }
    }
}
