/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.ratelimit;

import static io.github.camelokta.users.ratelimit.ServerClock.SECOND;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What is known of one bucket of one caller, and when the next call may go. Calls in flight count as spent, since Okta may have
 * counted them already. Not for several threads; all times monotonic, in nanoseconds.
 */
final class BucketLimit {
    /** The time of the next call where only an answer can tell it. */
    static final long UNKNOWN = Long.MAX_VALUE;
    /** An answer that takes longer holds the others up no more. */
    private static final long SLOW = 2 * SECOND;
    /** One in so many of our calls is kept for calls that are no polling reads. */
    private static final int WRITE_RESERVE = 10;

    /** One in so many is the most that is left to others. */
    private static final int RESERVE_FOR_OTHERS = 25;

    private static final int MOST_DOUBLINGS = 5;

    private final int share;
    private final DoubleSupplier random;
    private final Window window;
    private final OtherClients others = new OtherClients();

    private int limit;
    private boolean answeredWithoutLimit;
    private int remaining;
    private int own;
    private int inFlight;
    private int lost;
    private long lostCountUntilTicket;
    private int lostAtBoundary;
    private long lastSent;
    private long firstTicketAfterEnd = Long.MAX_VALUE;
    private boolean probed;
    private long pausedUntil;
    private int refusalsWithoutWindow;
    private long openedByTicket;

    BucketLimit(ServerClock clock, int share, DoubleSupplier random) {
        this.share = share;
        this.random = random;
        this.window = new Window(clock);
    }

    /**
     * When the next call may go: now or earlier if it may go at once.
     *
     * @param polling a polling read, which leaves a reserve to the other calls
     * @param waiting calls that wait, this one included
     */
    long earliest(long now, boolean polling, int waiting) {
        if (now < pausedUntil) {
            return pausedUntil;
        }
        if (limit == 0) {
            return answeredWithoutLimit || inFlight == 0 ? now : lastSent + SLOW;
        }
        long end = window.end();
        if (now >= end) {
            return inNewWindow(now);
        }
        int free = free();
        if (polling && free * WRITE_RESERVE <= allowance()) {
            return end;
        }
        return others.arePresent() ? besideOthers(now, free, end) : asOnlyClient(now, free, waiting, end);
    }

    /** Whether there is room for one more call as far as is known, though {@link #earliest} would rather wait for an answer. */
    boolean hasRoom(long now, boolean polling) {
        if (now < pausedUntil) {
            return false;
        }
        if (limit == 0) {
            return true;
        }
        if (now >= window.end()) {
            return inFlight < allowance();
        }
        int free = free();
        return !(polling && free * WRITE_RESERVE <= allowance())
                && free > (others.arePresent() ? leftToOthers(others.clients(own, limit - remaining, limit)) : 0);
    }

    private int free() {
        int left = remaining - lost - inFlight;
        // Calls that were lost stay in our own count. Only a share must be kept whatever became of them.
        return allowance() == limit ? left : Math.min(left, allowance() - own - inFlight);
    }

    private int leftToOthers(int clients) {
        return Math.min(2 * (clients - 1), Math.max(1, limit / RESERVE_FOR_OTHERS));
    }

    /** Whether a time of {@link #earliest} stands whatever is answered; else an answer may let a call go before it. */
    boolean isSure(long time) {
        return time != UNKNOWN && time != lastSent + SLOW;
    }

    /** Nothing was seen of it yet. A window that was used up has others waiting for the next one: only one goes ahead. */
    private long inNewWindow(long now) {
        int most = remaining * 10 >= limit ? Math.max(1, allowance() / 2) : 1;
        if (inFlight < most) {
            return now;
        }
        return inFlight < allowance() ? lastSent + SLOW : UNKNOWN;
    }

    /** Leaves two for each of the others, one in flight and one not seen yet; the fewer are left the fewer at once. */
    private long besideOthers(long now, int free, long end) {
        int clients = others.clients(own, limit - remaining, limit);
        int mine = free - leftToOthers(clients);
        if (mine > 0) {
            return inFlight < Math.max(1, mine / (2 * clients)) ? now : lastSent + SLOW;
        }
        boolean probe = free > 0 && !probed && window.isShort() && window.isWorthAProbe(limit);
        return probe ? window.boundary() : end;
    }

    private long asOnlyClient(long now, int free, int waiting, long end) {
        if (free <= 0) {
            return end;
        }
        boolean probe = free == 1 && waiting > 1 && window.isWorthAProbe(limit);
        return probe ? window.boundary() : now;
    }

    /**
     * @param wait how long a call that comes now must wait, in nanoseconds
     */
    BucketState state(String bucket, int waiting, long wait, long now) {
        boolean over = limit > 0 && now >= window.end();
        int left = over ? limit : Math.max(0, remaining - lost);
        return new BucketState(
                bucket,
                limit,
                Math.max(0, left - inFlight),
                limit == 0 ? 0 : window.reset(),
                inFlight,
                waiting,
                Duration.ofNanos(wait));
    }

    /** How many calls of a window are ours; one at least, or nothing could ever be sent. */
    private int allowance() {
        return (int) Math.max(1, (long) limit * share / 100);
    }

    /** No more calls than this can go in each window; unlimited while no limit is known. */
    int callsPerWindow() {
        return limit == 0 ? Integer.MAX_VALUE : allowance();
    }

    void sent(long ticket, long now) {
        if (limit > 0 && now >= window.end()) {
            firstTicketAfterEnd = Math.min(firstTicketAfterEnd, ticket);
        } else if (limit > 0 && now >= window.boundary()) {
            probed = true;
        }
        inFlight++;
        lastSent = now;
    }

    /** The call did not get as far as Okta. */
    void notSent() {
        inFlight--;
    }

    /**
     * No answer came. Okta may have counted the call; until an answer to a later one tells, it counts as used.
     *
     * @param nextTicket that of the first call after this
     */
    void lost(long nextTicket, long now) {
        inFlight--;
        if (limit == 0) {
            answeredWithoutLimit = true;
        }
        own++;
        lost++;
        lostCountUntilTicket = nextTicket;
        if (limit == 0 || now >= window.boundary() - 2 * SECOND) {
            lostAtBoundary++;
        }
    }

    /** An answer whose numbers mean something. */
    void answered(RateLimitStatus answer, long ticket, long now) {
        inFlight--;
        boolean sentAfterEnd = ticket >= firstTicketAfterEnd;
        if (answer.reset() > window.reset() || sentAfterEnd && answer.reset() < window.reset()) {
            open(answer, now);
            openedByTicket = ticket;
        } else if (answer.reset() < window.reset()) {
            answeredForOldWindow(answer, ticket, now);
            return;
        } else if (answer.refused() && sentAfterEnd) {
            window.wasNotOver(now);
            firstTicketAfterEnd = Long.MAX_VALUE;
        }
        refusalsWithoutWindow = 0;
        limit = (int) answer.limit();
        own += answer.refused() ? 0 : 1;
        if (ticket >= lostCountUntilTicket) {
            lost = 0;
        }
        remaining = answer.refused() ? 0 : (int) Math.min(remaining, answer.remaining());
        others.saw(limit - remaining - own - inFlight);
    }

    private void open(RateLimitStatus answer, long now) {
        if (limit > 0) {
            others.windowEnded(own, limit - remaining, limit);
        }
        window.open(answer, now);
        remaining = (int) answer.remaining();
        own = lostAtBoundary;
        lost = lostAtBoundary;
        lostAtBoundary = 0;
        probed = false;
        firstTicketAfterEnd = Long.MAX_VALUE;
    }

    /**
     * Answers of an old window are late and tell nothing. But a call that was sent after the newer window had opened is not late:
     * Okta's counters contradict each other, and until they agree it would be refused again and again.
     */
    private void answeredForOldWindow(RateLimitStatus answer, long ticket, long now) {
        if (answer.refused() && ticket > openedByTicket) {
            pause(now);
        }
    }

    /** A 429 that tells no window. */
    void refused(long now) {
        inFlight--;
        answeredWithoutLimit = true;
        pause(now);
    }

    private void pause(long now) {
        long pause = SECOND << Math.min(refusalsWithoutWindow, MOST_DOUBLINGS);
        refusalsWithoutWindow++;
        pausedUntil = now + (long) (pause * (0.5 + random.getAsDouble() / 2));
    }

    /** Too many calls ran at once, which says nothing of this bucket. */
    void refusedByConcurrency() {
        inFlight--;
    }

    /** Before this time the calls of so many windows more, after the one that begins at {@code start}, cannot go. */
    long afterWindows(long start, long windows) {
        return start + windows * window.shortest();
    }

    /** An estimate of other clients' use of the bucket. They are assumed until two windows have shown none. */
    private static final class OtherClients {
        private static final int REMEMBERED = 3;
        private static final int FEWEST = 2;
        private static final int MOST = 8;

        private final int[] foreign = new int[REMEMBERED];
        private int windows;
        private double ourPart = 0.5;

        /** Calls of the current window that were not ours. */
        void saw(int unexplained) {
            foreign[0] = Math.max(foreign[0], unexplained);
        }

        void windowEnded(int own, int used, int limit) {
            // A window that was hardly used says little of who uses it.
            if (used * 2 > limit) {
                ourPart = (double) own / used;
            }
            System.arraycopy(foreign, 0, foreign, 1, REMEMBERED - 1);
            foreign[0] = 0;
            windows++;
        }

        boolean arePresent() {
            if (windows < FEWEST) {
                return true;
            }
            for (int calls : foreign) {
                if (calls > 0) {
                    return true;
                }
            }
            return false;
        }

        /** How many clients of our size share the bucket, ourselves included: in this window once a good part of it is used. */
        int clients(int own, int used, int limit) {
            double ours = used * 4 > limit ? Math.min(ourPart, (double) own / used) : ourPart;
            return (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(1 / ours - 0.3)));
        }
    }
}
