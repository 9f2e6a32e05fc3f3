/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Reads the texts of durations and sizes before Camel does, which takes what it does not know for 0 without a word. Stands
 * before the generated configurers of component and endpoint, and so covers each such option, the scheduler's too.
 */
final class NumberTextConfigurer implements GeneratedPropertyConfigurer, PropertyConfigurerGetter {
    /** Plain numbers, and references to beans. */
    private static final Pattern AS_IT_IS = Pattern.compile("-?\\d+|#.*");

    private static final Pattern DURATION = Pattern.compile(
            "(?=\\d)(?:(\\d{1,9})d)?\\s*(?:(\\d{1,9})h)?\\s*(?:(\\d{1,9})m(?!s))?\\s*(?:(\\d{1,9})s)?\\s*(?:(\\d{1,9})ms)?");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*([KMG])B", Pattern.CASE_INSENSITIVE);
    private static final String SIZES = "maxresponsesize";

    private final PropertyConfigurer generated;

    NumberTextConfigurer(PropertyConfigurer generated) {
        this.generated = generated;
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return generated.configure(context, target, name, understood(name, value, ignoreCase), ignoreCase);
    }

    private Object understood(String name, Object value, boolean ignoreCase) {
        Class<?> type = getOptionType(name, ignoreCase);
        boolean number = type == long.class || type == Long.class || type == Duration.class;
        if (!number
                || !(value instanceof String given)
                || AS_IT_IS.matcher(given.strip()).matches()) {
            return value;
        }
        boolean size = name.toLowerCase(Locale.ROOT).replace("-", "").equals(SIZES);
        Long understood = size ? bytes(given.strip()) : milliseconds(given.strip());
        if (understood == null) {
            throw new IllegalArgumentException(
                    "Option " + name
                            + (size
                                    ? " is no size: write it in bytes, or like 64MB"
                                    : " is no duration: write it in milliseconds, or like 60s, 5m, 1h30m or PT60S (units in small letters)"));
        }
        return understood.toString();
    }

    private static Long bytes(String text) {
        Matcher size = SIZE.matcher(text);
        return size.matches()
                ? Long.parseLong(size.group(1))
                        << 10
                                * (1
                                        + "KMG"
                                                .indexOf(Character.toUpperCase(
                                                        size.group(2).charAt(0))))
                : null;
    }

    private static Long milliseconds(String text) {
        try {
            if (text.startsWith("P")) {
                long iso = Duration.parse(text).toMillis();
                return iso < 0 ? null : iso;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            return null;
        }
        Matcher parts = DURATION.matcher(text);
        return parts.matches()
                ? Duration.ofDays(part(parts, 1))
                        .plusHours(part(parts, 2))
                        .plusMinutes(part(parts, 3))
                        .plusSeconds(part(parts, 4))
                        .plusMillis(part(parts, 5))
                        .toMillis()
                : null;
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter ? getter.getOptionType(name, ignoreCase) : null;
    }

    @Override
    public String[] getAutowiredNames() {
        return generated instanceof PropertyConfigurerGetter getter
                ? getter.getAutowiredNames()
                : PropertyConfigurerGetter.super.getAutowiredNames();
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter
                ? getter.getCollectionValueType(target, name, ignoreCase)
                : null;
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return generated instanceof PropertyConfigurerGetter getter
                ? getter.getOptionValue(target, name, ignoreCase)
                : null;
    }
}
