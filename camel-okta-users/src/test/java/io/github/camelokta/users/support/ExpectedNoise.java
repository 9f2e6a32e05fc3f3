/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/** Keeps off the console what Camel says of exchanges and starts that a test lets fail on purpose. */
public final class ExpectedNoise extends Filter<ILoggingEvent> {
    private static final List<String> LOGGERS = List.of(
            "org.apache.camel.processor.errorhandler.",
            "org.apache.camel.impl.engine.AbstractCamelContext",
            "org.apache.camel.component.seda.");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return LOGGERS.stream().anyMatch(event.getLoggerName()::startsWith) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
