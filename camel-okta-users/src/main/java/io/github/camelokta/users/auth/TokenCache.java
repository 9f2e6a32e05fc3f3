/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.auth;

import io.github.camelokta.users.api.CredentialsException;
import io.github.camelokta.users.api.Rejection;
import io.github.camelokta.users.api.TokenAge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps one token and renews it ahead of its end. However many threads need a new one, one of them asks for it: the others
 * wait for that answer, or go on with the old token while it is good. A failure is shared like a token, and kept for a
 * moment: callers who failed together must not each ask again, nor each call of an app that Okta refuses.
 */
final class TokenCache {
    /** After a renewal ahead of the end has failed; until then the old token does. */
    private static final long PAUSE = Duration.ofSeconds(30).toNanos();

    /** For how long a refusal stands that only a person can mend. */
    private static final long REFUSED_FOR = Duration.ofSeconds(5).toNanos();
    /** And another failure: less than the shortest pause before another attempt. */
    private static final long FAILED_FOR = Duration.ofMillis(200).toNanos();

    private final Supplier<AccessToken> source;
    private final LongSupplier clock;
    private AccessToken token;
    private AccessToken before;
    private CompletableFuture<AccessToken> flight;
    private CredentialsException failure;
    private long failureEndsAt;

    /**
     * @param source asks Okta; throws {@link CredentialsException}
     * @param clock nanoseconds, as {@link System#nanoTime()}
     */
    TokenCache(Supplier<AccessToken> source, LongSupplier clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * @throws CredentialsException if there is no token now
     */
    AccessToken token() {
        while (true) {
            CompletableFuture<AccessToken> joined;
            boolean leads;
            synchronized (this) {
                long now = clock.getAsLong();
                if (token != null && token.isUsable(now) && (flight != null || !token.isDue(now))) {
                    return token;
                }
                if (failure != null && now - failureEndsAt < 0) {
                    throw shared(failure);
                }
                leads = flight == null;
                if (leads) {
                    flight = new CompletableFuture<>();
                }
                joined = flight;
            }
            AccessToken answer = leads ? ask(joined) : await(joined);
            if (answer != null) {
                return answer;
            }
        }
    }

    /** Okta refused this token: unless another one has taken its place already, it is not used again. */
    synchronized void drop(Rejection rejection) {
        if (token != null && rejection.concerns(token.authorization())) {
            before = token;
            token = null;
        }
    }

    /** The tokens that a text of Okta's may still repeat. */
    synchronized List<String> secrets() {
        return Stream.of(token, before)
                .filter(each -> each != null)
                .map(AccessToken::value)
                .toList();
    }

    /** How old the token is; empty if there is none now. */
    synchronized Optional<TokenAge> age(String scopes) {
        return Optional.ofNullable(token).map(current -> current.age(scopes, clock.getAsLong()));
    }

    private AccessToken ask(CompletableFuture<AccessToken> mine) {
        try {
            AccessToken fresh = source.get();
            land(fresh);
            mine.complete(fresh);
            return fresh;
        } catch (CredentialsException e) {
            AccessToken old = landEmpty(Thread.currentThread().isInterrupted() ? null : e);
            if (old != null) {
                mine.complete(old);
                return old;
            }
            if (Thread.currentThread().isInterrupted()) {
                // This thread's own trouble: one of those that wait asks in its place.
                mine.complete(null);
            } else {
                mine.completeExceptionally(e);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            landEmpty(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void land(AccessToken fresh) {
        before = token == null ? before : token;
        token = fresh;
        flight = null;
        failure = null;
    }

    /**
     * The old token if it is good still.
     *
     * @param why what is to be told to the next callers too; null for nothing
     */
    private synchronized AccessToken landEmpty(CredentialsException why) {
        flight = null;
        long now = clock.getAsLong();
        // A rate limit's pause is kept where it was learned, for all tokens together.
        failure = why == null || why.retryAfter() != null ? null : why;
        failureEndsAt = now + (why != null && why.isPassing() ? FAILED_FOR : REFUSED_FOR);
        if (token == null || !token.isUsable(now)) {
            return null;
        }
        token = token.dueAt(now + PAUSE);
        return token;
    }

    private static AccessToken await(CompletableFuture<AccessToken> flight) {
        try {
            return flight.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialsException("the wait for an access token was interrupted", true, null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CredentialsException shared) {
                throw shared(shared);
            }
            throw new IllegalStateException("Asking for an access token failed", e.getCause());
        }
    }

    /** For another thread, whose own stack is of use. */
    private static CredentialsException shared(CredentialsException failure) {
        return failure.retryAfter() == null
                ? new CredentialsException(failure.getMessage(), failure.isPassing(), failure)
                : new CredentialsException(failure.getMessage(), failure.retryAfter(), failure);
    }
}
