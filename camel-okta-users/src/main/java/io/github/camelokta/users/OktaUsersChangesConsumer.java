/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.Delivery;
import io.github.camelokta.users.api.OnError;
import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.UnmadeBody;
import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.ChangePoller;
import io.github.camelokta.users.consumer.changes.ChangeScanner;
import io.github.camelokta.users.consumer.changes.ChangeScanner.ScannedPage;
import io.github.camelokta.users.consumer.changes.ChangeSettings;
import io.github.camelokta.users.consumer.changes.ListedUser;
import io.github.camelokta.users.consumer.changes.Removals;
import io.github.camelokta.users.consumer.changes.StartFrom;
import io.github.camelokta.users.consumer.changes.UserDelivery;
import io.github.camelokta.users.consumer.changes.UserIndex;
import io.github.camelokta.users.consumer.changes.cursor.CursorStore;
import io.github.camelokta.users.consumer.changes.removal.KnownUsersStore;
import io.github.camelokta.users.consumer.changes.removal.RemovalDetector;
import io.github.camelokta.users.consumer.changes.removal.RemovalSettings;
import io.github.camelokta.users.consumer.changes.source.Fingerprinter;
import io.github.camelokta.users.consumer.changes.source.SearchedUsers;
import io.github.camelokta.users.consumer.changes.source.UserBody;
import io.github.camelokta.users.observe.PendingHealthCheck;
import io.github.camelokta.users.observe.Snapshot;
import io.github.camelokta.users.operation.OktaUsersOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.SynchronizationAdapter;

/** Delivers the users who changed, and confirms each when its exchange is done. The engine in the package consumer.changes decides. */
@ManagedResource(description = "Consumer of changed users of Okta's")
public class OktaUsersChangesConsumer extends PagedConsumer implements UserDelivery.Receiver {
    private static final Duration LONGEST_WITHOUT_COMPLETION = Duration.ofMinutes(5);

    private volatile ChangePoller poller;
    private UserBody body;
    private boolean wholePages;

    public OktaUsersChangesConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doBuild() throws Exception {
        setHealthCheck(new PendingHealthCheck(this, "consumer:" + getRouteId(), this::problem, this::snapshotIfAny));
        super.doBuild();
    }

    private Optional<Snapshot.Consumer> snapshotIfAny() {
        return Optional.ofNullable(progress()).map(begun -> snapshot());
    }

    /** What an operator must mend, though polls succeed. */
    private Optional<String> problem() {
        ChangePoller current = poller;
        if (current == null) {
            return Optional.empty();
        }
        if (current.isRetryQueueFull()) {
            return Optional.of(current.failedUsers()
                    + " users have failed and no more can be kept for a later try, so each poll ends at the next failure:"
                    + " mend what the route does with them (the log says why), or set onError=skip");
        }
        if (current.isHorizonShortened()) {
            return Optional.of("So many users changed that the option horizon cannot be kept for now: a change that"
                    + " Okta's search shows late may be lost. Poll more often, or narrow search");
        }
        if (current.isFull() && progress().sinceCompleted().compareTo(LONGEST_WITHOUT_COMPLETION) > 0) {
            return Optional.of(current.inFlight() + " users are in flight and none has completed for "
                    + progress().sinceCompleted().toMinutes() + " minutes, so the poll waits: the route holds"
                    + " them or lost them, as seda does with discardWhenFull");
        }
        return Optional.empty();
    }

    @Override
    protected void doStart() throws Exception {
        OktaUsersConfiguration options = getEndpoint().getConfiguration();
        wholePages = options.getDelivery() == Delivery.page;
        body = new UserBody(
                getEndpoint().mapper(), options.getResultFormat(), getEndpoint().outputClass(), wholePages);
        CursorStores stores = new CursorStores(getEndpoint(), getRouteId());
        UserIndex index = new SearchedUsers(
                getEndpoint().client(),
                getEndpoint().settings().org(),
                options.getSearch(),
                options.getFields(),
                System::nanoTime);
        ChangeSettings settings = settings(options, wholePages);
        CursorStore cursor = stores.open();
        ChangeNotices notices = new LoggedNotices(stores.key());
        Removals removals = options.getDetectDeletions() == 0
                ? Removals.NOT_DETECTED
                : detector(settings, index, stores.openKnownUsers(), notices);
        poller = new ChangePoller(settings, index, this, cursor, notices, this::read, removals);
        poller.start();
        super.doStart();
    }

    private ReadAhead<ScannedPage> read(ChangeScanner scanner) {
        return readAhead(scanner::next);
    }

    private RemovalDetector detector(
            ChangeSettings settings, UserIndex index, KnownUsersStore store, ChangeNotices notices) {
        OktaUsersConfiguration options = getEndpoint().getConfiguration();
        RemovalSettings deletions = new RemovalSettings(
                Fingerprinter.ofQuery(options.getSearch(), null),
                settings.searched(),
                settings.limit(),
                Duration.ofMillis(options.getDetectDeletions()),
                options.getMaxDeletions() == null ? 0 : options.getMaxDeletions(),
                settings.skip());
        return new RemovalDetector(deletions, index, store, notices, this::read, InstantSource.system());
    }

    private static ChangeSettings settings(OktaUsersConfiguration options, boolean wholePages) {
        return new ChangeSettings(
                Fingerprinter.ofQuery(options.getSearch(), options.getFields()),
                options.getSearch() != null,
                options.getLimit() == null ? OktaUsersOperation.LARGEST_PAGE : options.getLimit(),
                options.getMaxMessagesPerPoll(),
                Duration.ofMillis(options.getHorizon()),
                StartFrom.parse(options.getStartFrom()),
                options.getOnError() == OnError.skip,
                wholePages,
                ChangeSettings.Limits.of(Duration.ofMillis(options.getHorizon()), wholePages));
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (poller != null) {
            poller.stop();
        }
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        Instant begun = progress().now();
        try {
            int delivered = poller.poll();
            if (poller.isAtTheEnd()) {
                progress().readToTheEnd(begun);
            }
            forceConsumerAsReady();
            return delivered;
        } finally {
            pendingExchanges = 0;
        }
    }

    @Override
    Instant cursorTime() {
        ChangePoller current = poller;
        OptionalLong second = current == null ? OptionalLong.empty() : current.watermark();
        return second.isEmpty() ? null : Instant.ofEpochSecond(second.getAsLong());
    }

    @Override
    Integer waitingForRetry() {
        ChangePoller current = poller;
        return current == null ? 0 : current.failedUsers();
    }

    @Override
    public int getUnfinished() {
        ChangePoller current = poller;
        return current == null ? 0 : current.inFlight();
    }

    /** The engine makes the batches itself, since what belongs to one depends on what is confirmed meanwhile. */
    @Override
    public int processBatch(Queue<Object> batch) {
        return 0;
    }

    @Override
    public boolean mayDeliver() {
        return mayGoOn();
    }

    @Override
    public boolean mayBegin() {
        return mayBeginBatch();
    }

    @Override
    public void deliver(UserDelivery delivery) {
        Object made;
        try {
            made = body.of(delivery.users());
        } catch (IOException e) {
            deliverEach(delivery, e);
            return;
        }
        pendingExchanges = delivery.batchSize() - delivery.index() - 1;
        send(exchange(delivery, made), new Outcome(delivery));
    }

    /** Without the users of whom no body can be made, who go to the route each with the cause. */
    private void deliverEach(UserDelivery delivery, IOException cause) {
        if (!wholePages) {
            send(
                    exchange(delivery, null),
                    new UnmadeBody(delivery.users().get(0).json(), cause),
                    new Failure(delivery));
            return;
        }
        Map<UserDelivery, IOException> unmade = new LinkedHashMap<>();
        for (ListedUser user : delivery.users()) {
            try {
                body.of(List.of(user));
            } catch (IOException e) {
                unmade.put(delivery.split(user), e);
            }
        }
        if (delivery.users().isEmpty()) {
            delivery.delivered();
        } else if (unmade.isEmpty()) {
            throw new UncheckedIOException(cause);
        } else {
            deliver(delivery);
        }
        unmade.forEach((user, why) ->
                send(exchange(user, null), new UnmadeBody(user.users().get(0).json(), why), new Failure(user)));
    }

    private Exchange exchange(UserDelivery delivery, Object made) {
        Exchange exchange = exchange(made, delivery.index(), delivery.batchSize(), delivery.isLastOfBatch());
        exchange.getMessage()
                .setHeader(OktaUsersConstants.CHANGE_TYPE, delivery.type().name());
        if (!wholePages) {
            identify(exchange.getMessage(), delivery.users().get(0));
        }
        return exchange;
    }

    /** So that an operation on the user may follow as it is. */
    private static void identify(Message message, ListedUser user) {
        message.setHeader(OktaUsersConstants.USER_ID, user.id());
        if (user.lastUpdated() > 0) {
            message.setHeader(Exchange.MESSAGE_TIMESTAMP, user.lastUpdated() * 1_000);
        }
    }

    /** Takes the outcome of an exchange. */
    private class Outcome extends SynchronizationAdapter {
        private final UserDelivery delivery;

        Outcome(UserDelivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public void onComplete(Exchange done) {
            delivery.delivered();
            progress().completed();
        }

        @Override
        public void onFailure(Exchange failed) {
            delivery.failed();
            progress().completed();
            getExceptionHandler().handleException("Error processing a changed user", failed, failed.getException());
        }
    }

    /** Takes the outcome of an exchange without a body: failed, also where the route has dealt with the cause. */
    private final class Failure extends Outcome {
        private final UserDelivery delivery;

        Failure(UserDelivery delivery) {
            super(delivery);
            this.delivery = delivery;
        }

        @Override
        public void onComplete(Exchange done) {
            delivery.failed();
            progress().completed();
        }
    }
}
