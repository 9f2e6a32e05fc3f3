/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelokta.examples.export.Deliveries;
import io.github.camelokta.examples.export.ExportRoutes;
import io.github.camelokta.examples.export.UserTable;
import io.github.camelokta.examples.export.state.TableStateRepository;
import io.github.camelokta.users.OktaUsersComponent;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;

/** A member of a cluster of exports, one of which works at a time; as a process it tells like {@link KilledExport}. */
final class ClusteredExport {

    private ClusteredExport() {}

    /** @param args as {@link #start} has them */
    public static void main(String[] args) throws Exception {
        start(row -> KilledExport.tell(System.out, KilledExport.line(row)), args);
        new CountDownLatch(1).await();
    }

    /** @param where the org's URL, its token, the database's URL, the directory of the lock, the member's name */
    static DefaultCamelContext start(Deliveries deliveries, String... where) throws Exception {
        HikariDataSource database = new Database(where[2], "sa", "").open();
        UserTable.create(database);
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setId(where[4]);
        cluster.setRoot(where[3]);
        cluster.setAcquireLockDelay(100, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(100, TimeUnit.MILLISECONDS);
        DefaultCamelContext context = new DefaultCamelContext();
        context.addService(cluster);
        context.addComponent(
                "okta-users",
                new OktaUsersComponent(
                        null, Map.of("OKTA_CLIENT_ORGURL", where[0], "OKTA_CLIENT_TOKEN", where[1])::get));
        context.getRegistry().bind("database", DataSource.class, database);
        context.getRegistry().bind("cursors", new TableStateRepository(database));
        context.addRoutes(new ExportRoutes("master:user-export:", deliveries));
        context.start();
        return context;
    }
}
