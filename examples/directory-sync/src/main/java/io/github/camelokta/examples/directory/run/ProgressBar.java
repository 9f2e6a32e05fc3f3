/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far a run is: a bar that is drawn over and over on a terminal, a line for each tenth elsewhere. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 40;
    private static final int PERCENT = 100;
    private static final int TENTH = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final long total;
    private long done;
    private long shown = -1;

    /**
     * @param terminal whether a line can be drawn over
     * @param total the steps there are; 0 shows nothing
     */
    ProgressBar(PrintStream out, boolean terminal, long total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    /** One step is done. */
    synchronized void step() {
        if (done >= total) {
            return;
        }
        done++;
        long percent = done * PERCENT / total;
        long due = terminal ? percent : percent / TENTH * TENTH;
        if (due > shown && (terminal || due > 0)) {
            shown = due;
            draw(percent);
        }
    }

    private void draw(long percent) {
        String text = String.format(Locale.ROOT, "%3d %%  %,d of %,d calls", percent, done, total);
        if (terminal) {
            int full = (int) (percent * WIDTH / PERCENT);
            out.print("\r  [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + text);
            out.flush();
        } else {
            out.println("  " + text);
        }
    }

    /** Ends the line. */
    @Override
    public synchronized void close() {
        if (terminal && shown >= 0) {
            out.println();
        }
    }
}
