/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.export.Deliveries;
import io.github.camelokta.examples.export.ExportRoutes;
import io.github.camelokta.examples.export.UserTable;
import io.github.camelokta.examples.export.state.TableStateRepository;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;

/** The export, started. */
public final class RunningExport implements AutoCloseable {
    private final CamelContext context;
    private final HikariDataSource database;

    private RunningExport(CamelContext context, HikariDataSource database) {
        this.context = context;
        this.database = database;
    }

    /**
     * Starts it with the cursor in the same database as the users.
     *
     * @throws io.github.camelokta.examples.demo.UsageException if the database cannot be opened
     * @throws Exception if a route does not start
     */
    static RunningExport start(Target target, Deliveries deliveries) throws Exception {
        return start(target, TableStateRepository::new, deliveries);
    }

    /** @param cursors makes the store of the cursor */
    static RunningExport start(
            Target target, Function<DataSource, StateRepository<String, String>> cursors, Deliveries deliveries)
            throws Exception {
        HikariDataSource database = target.database().open();
        RunningExport export = new RunningExport(new DefaultCamelContext(), database);
        try {
            UserTable.create(database);
            export.context.addComponent("okta-users", new OktaUsersComponent(null, target.okta()::get));
            export.context.getRegistry().bind("database", DataSource.class, database);
            export.context.getRegistry().bind("cursors", cursors.apply(database));
            export.context.addRoutes(new ExportRoutes("", deliveries));
            export.context.start();
            return export;
        } catch (Exception e) {
            export.close();
            throw e;
        }
    }

    /** Ends it, after the user in hand. */
    @Override
    public void close() {
        context.stop();
        database.close();
    }
}
