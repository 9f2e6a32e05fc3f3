/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The latest requests in the order of their answers, stubbed ones included; the page for people is not. A request is in
 * the log before its answer is on the wire, so a caller that has its answer finds it here.
 */
public final class RequestLog {
    private final int limit;
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private long total;

    RequestLog(int limit) {
        this.limit = limit;
    }

    /** The requests kept, oldest first. */
    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    /** At most {@code count} requests, newest first. */
    public synchronized List<LoggedRequest> newest(int count) {
        List<LoggedRequest> newest = new ArrayList<>(count);
        for (Iterator<LoggedRequest> each = requests.descendingIterator(); each.hasNext() && newest.size() < count; ) {
            newest.add(each.next());
        }
        return newest;
    }

    /** The newest request. */
    public synchronized LoggedRequest last() {
        return requests.getLast();
    }

    /** {@code "GET /api/v1/users"} for each request kept, oldest first. */
    public List<String> methodsAndPaths() {
        return all().stream().map(LoggedRequest::methodAndPath).toList();
    }

    /** The requests kept that satisfy {@code test}. */
    public List<LoggedRequest> matching(Predicate<LoggedRequest> test) {
        return all().stream().filter(test).toList();
    }

    /** The requests kept of this method whose path matches this regular expression. */
    public List<LoggedRequest> matching(String method, String pathRegex) {
        return matching(
                request -> request.method().equals(method) && request.path().matches(pathRegex));
    }

    /** How many requests there were since the last {@link #clear()}, kept or not. */
    public synchronized long count() {
        return total;
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        requests.clear();
        total = 0;
    }

    synchronized void add(LoggedRequest request) {
        total++;
        requests.add(request);
        if (requests.size() > limit) {
            requests.remove();
        }
    }
}
