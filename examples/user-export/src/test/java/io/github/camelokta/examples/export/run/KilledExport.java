/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import io.github.camelokta.examples.export.state.AtomicFileStateRepository;
import io.github.camelokta.examples.export.state.TableStateRepository;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The export as a process that tells on its output, line by line, what it has done: {@code L} the cursor that it loaded, {@code S}
 * one that is stored, {@code W} a user that is written. A line that does not end with a dot was cut off.
 */
final class KilledExport {

    private KilledExport() {}

    /** @param args the org's URL, its token, the directory of the database, {@code table} or {@code file} for the cursor */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[2]);
        Function<DataSource, StateRepository<String, String>> cursors = args[3].equals("table")
                ? TableStateRepository::new
                : database -> new AtomicFileStateRepository(
                        directory.resolve("cursors").toString());
        RunningExport export = RunningExport.start(
                Target.simulated(args[0], args[1], directory),
                database -> new Told(cursors.apply(database), System.out),
                row -> tell(System.out, line(row)));
        Runtime.getRuntime().addShutdownHook(new Thread(export::close));
        new CountDownLatch(1).await();
    }

    static String line(Map<String, Object> row) {
        Version version = Version.of(row);
        return "W " + version.id() + " " + version.text();
    }

    static void tell(PrintStream out, String line) {
        out.print(line + ".\n");
        out.flush();
    }

    /** Tells of what is stored, after it is. */
    private static final class Told extends ServiceSupport implements StateRepository<String, String> {
        private final StateRepository<String, String> stored;
        private final PrintStream out;

        private Told(StateRepository<String, String> stored, PrintStream out) {
            this.stored = stored;
            this.out = out;
        }

        @Override
        protected void doStart() {
            ServiceHelper.startService(stored);
        }

        @Override
        protected void doStop() {
            ServiceHelper.stopService(stored);
        }

        @Override
        public String getState(String key) {
            String state = stored.getState(key);
            tell(out, "L " + state);
            return state;
        }

        @Override
        public void setState(String key, String value) {
            stored.setState(key, value);
            tell(out, "S " + value);
        }
    }
}
