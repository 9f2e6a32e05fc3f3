/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * Everything that every logger says at any level, HttpClient's logs of headers and of the wire too, apart from what is outside
 * our hands: Camel Main's DEBUG log of properties.
 */
public final class LogCapture implements AutoCloseable {
    private static final String CAMEL_MAIN = "org.apache.camel.main.";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Appender<ILoggingEvent> console = root.getAppender("console");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            capture(event);
        }
    };

    public LogCapture() {
        root.detachAppender(console);
        root.setLevel(Level.TRACE);
        appender.start();
        root.addAppender(appender);
    }

    private void capture(ILoggingEvent event) {
        boolean mains = event.getLoggerName().startsWith(CAMEL_MAIN)
                && !event.getLevel().isGreaterOrEqual(Level.INFO);
        if (!mains) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(level);
        root.addAppender(console);
    }
}
