/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.demo.UsageException;
import java.nio.file.Path;
import java.util.Map;

/** Where the table is: PostgreSQL or an H2 in this process. */
record Database(String url, String username, String password) {
    /** Else H2 writes up to half a second later, and a killed process loses what it had committed. */
    private static final String AT_ONCE = ";WRITE_DELAY=0";

    private static final int CONNECTIONS = 4;

    /** An H2 in a file of this directory. */
    static Database embedded(Path directory) {
        return new Database("jdbc:h2:file:" + directory.toAbsolutePath().resolve("okta-users") + AT_ONCE, "sa", "");
    }

    /** That of {@code DATABASE_URL}, else an H2 in the working directory. */
    static Database of(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        return url.isBlank()
                ? embedded(Path.of(""))
                : new Database(
                        url,
                        environment.getOrDefault("DATABASE_USERNAME", ""),
                        environment.getOrDefault("DATABASE_PASSWORD", ""));
    }

    /** @throws UsageException if it cannot be opened */
    HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new UsageException("The database " + this + " cannot be opened (" + reason(e)
                    + "): look at DATABASE_URL, DATABASE_USERNAME and DATABASE_PASSWORD, and whether it is up.");
        }
    }

    private static String reason(Throwable thrown) {
        return thrown.getCause() == null ? thrown.getMessage() : reason(thrown.getCause());
    }

    /** Without parameters, in which a password may stand. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "");
    }
}
