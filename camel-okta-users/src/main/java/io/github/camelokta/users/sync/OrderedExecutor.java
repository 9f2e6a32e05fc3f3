/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.RuntimeCamelException;

/**
 * Works on several items at a time, and hands over the results in the order of the items. After a failure it begins nothing
 * more, and ends once what is in flight has ended and was handed over too.
 *
 * @param executor runs so many pieces of work at once
 * @param atOnce how many items are in flight at most
 */
record OrderedExecutor(Executor executor, int atOnce) {
    /** In the caller's thread. */
    static final OrderedExecutor ONE_BY_ONE = new OrderedExecutor(Runnable::run, 1);

    <T, R> void run(Iterator<T> items, Function<T, R> work, Consumer<R> taker) {
        Deque<FutureTask<R>> inFlight = new ArrayDeque<>();
        try {
            while (items.hasNext() || !inFlight.isEmpty()) {
                while (items.hasNext() && inFlight.size() < atOnce) {
                    T item = items.next();
                    FutureTask<R> task = new FutureTask<>(() -> work.apply(item));
                    inFlight.add(task);
                    executor.execute(task);
                }
                taker.accept(result(inFlight.remove()));
            }
        } catch (RuntimeException | Error e) {
            inFlight.forEach(task -> end(task, taker));
            throw e;
        }
    }

    private static <R> R result(FutureTask<R> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException("reconcile was interrupted", e);
        }
    }

    /** A write is not cut off: whether it was carried out would not be known. */
    private static <R> void end(FutureTask<R> task, Consumer<R> taker) {
        try {
            taker.accept(task.get());
        } catch (ExecutionException | RuntimeException e) {
            // The first failure is thrown.
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        }
    }
}
