/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.export.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what the processes told against what is promised. */
final class Witness {
    private static final Pattern CURSOR =
            Pattern.compile(". okta-users-changes v1 .*\\| from (\\S+) \\| watermark (\\S+) .*");

    private final Map<String, String> last = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private Instant from = Instant.MIN;
    private Instant watermark = Instant.MIN;
    private int written;
    private int repeats;
    private int stored;

    synchronized void hear(String line) {
        if (line.startsWith("W ")) {
            String[] words = line.split(" ", 3);
            written++;
            if (words[2].equals(last.put(words[1], words[2]))) {
                repeats++;
            }
        } else {
            cursor(line);
        }
    }

    private void cursor(String line) {
        Matcher cursor = CURSOR.matcher(line);
        if (!cursor.matches()) {
            if (stored > 0 || !line.equals("L null")) {
                complaints.add("no cursor: " + line);
            }
            return;
        }
        stored++;
        Instant nextFrom = Instant.parse(cursor.group(1));
        Instant nextWatermark = Instant.parse(cursor.group(2));
        if (nextFrom.isBefore(from) || nextWatermark.isBefore(watermark)) {
            complaints.add("the cursor went back from " + from + ", " + watermark + " to " + line.substring(0, 120));
        }
        from = nextFrom;
        watermark = nextWatermark;
    }

    synchronized boolean hasSeen(Version version) {
        return version.text().equals(last.get(version.id()));
    }

    synchronized int written() {
        return written;
    }

    /** Users that were written although they stood so already. */
    synchronized int repeats() {
        return repeats;
    }

    synchronized int stored() {
        return stored;
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }
}
