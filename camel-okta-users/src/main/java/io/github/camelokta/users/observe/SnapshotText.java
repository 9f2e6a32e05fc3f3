/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.observe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts a snapshot, or a part of it, into lines of text. */
public final class SnapshotText {
    private SnapshotText() {}

    /** The whole, as on a console. */
    static String of(Snapshot snapshot) {
        StringBuilder text = new StringBuilder(
                "Component " + snapshot.component() + " (uses up to " + snapshot.share() + " % of each limit)\n");
        section(text, "Endpoints", snapshot.endpoints().stream().map(SnapshotText::line));
        for (Snapshot.Org org : snapshot.orgs()) {
            text.append("  Org ").append(org.url()).append(", caller ").append(org.caller());
            text.append(credential(org)).append('\n');
            section(text, "  Limits", org.buckets().stream().map(SnapshotText::line));
            section(text, "  Tokens", org.tokens().stream().map(SnapshotText::line));
            section(text, "  Last errors", org.failures().stream().map(SnapshotText::line));
        }
        section(text, "Consumers", snapshot.consumers().stream().map(SnapshotText::line));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Stream<String> lines) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            String indent = title.startsWith(" ") ? "      " : "    ";
            text.append("  ").append(title).append(":\n");
            all.forEach(line -> text.append(indent).append(line).append('\n'));
        }
    }

    private static String credential(Snapshot.Org org) {
        Snapshot.Credential credential = org.credential();
        return credential == null
                ? ""
                : ", " + credential.finding().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at "
                        + credential.checked();
    }

    private static String line(Snapshot.Endpoint endpoint) {
        return endpoint.operation()
                + (endpoint.org() == null ? "" : " at " + endpoint.org())
                + (endpoint.count() == 1 ? "" : ", " + endpoint.count() + " endpoints");
    }

    /** How full a bucket is, in one line. */
    public static String line(Snapshot.Bucket bucket) {
        String known = bucket.limit() == null
                ? "not told yet"
                : bucket.remaining() + " of " + bucket.limit() + " left, reset " + bucket.reset();
        return bucket.path() + ": " + known + ", " + bucket.inFlight() + " under way, " + bucket.waiting() + " waiting"
                + (bucket.delay().isZero()
                        ? ""
                        : ", the next in " + bucket.delay().toMillis() + " ms");
    }

    /**
     * How full the buckets of an org are, a line for each caller and bucket.
     *
     * @param bucket the label of the one to tell of; null for all
     */
    public static String[] limits(Snapshot snapshot, String org, String bucket) {
        return snapshot.orgs().stream()
                .filter(each -> each.url().equals(org))
                .flatMap(each -> each.buckets().stream())
                .filter(each -> bucket == null || each.name().equals(bucket))
                .map(SnapshotText::line)
                .toArray(String[]::new);
    }

    /** How old a token is, in one line. */
    public static String line(Snapshot.Token token) {
        return token.scopes() + ": " + token.age().toSeconds() + " s old, good for "
                + token.left().toSeconds() + " s";
    }

    /** What failed, in one line. */
    public static String line(Snapshot.Failure failure) {
        return failure.time() + " " + failure.operation() + ": "
                + (failure.status() == 0 ? "no answer" : "" + failure.status())
                + (failure.code() == null ? "" : " " + failure.code());
    }

    private static String line(Snapshot.Consumer consumer) {
        return consumer.route() + ": " + consumer.operation() + ", mode " + consumer.mode()
                + (consumer.cursor() == null ? "" : ", cursor " + consumer.cursor())
                + (consumer.caughtUp() == null
                        ? ", not caught up yet"
                        : ", caught up " + consumer.lag().toSeconds() + " s ago")
                + ", pages " + consumer.pages() + ", exchanges " + consumer.exchanges() + ", unfinished "
                + consumer.unfinished()
                + (consumer.failedUsers() == null ? "" : ", failed users " + consumer.failedUsers());
    }
}
