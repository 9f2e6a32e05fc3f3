/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.Delivery;
import io.github.camelokta.users.api.OnError;
import io.github.camelokta.users.consumer.ReadAhead;
import io.github.camelokta.users.consumer.changes.ChangeNotices;
import io.github.camelokta.users.consumer.changes.ChangePoller;
import io.github.camelokta.users.consumer.changes.ChangeScanner;
import io.github.camelokta.users.consumer.changes.ChangeScanner.ScannedPage;
import io.github.camelokta.users.consumer.changes.ChangeSettings;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.SynchronizationAdapter;

/** Delivers the users who changed, and confirms each when its exchange is done. The engine in the package consumer.changes decides. */
@ManagedResource(description = "Consumer of changed users of Okta's")
public class OktaUsersChangesConsumer extends PagedConsumer implements UserDelivery.Receiver {
    private volatile ChangePoller poller;
    private UserBody body;

    public OktaUsersChangesConsumer(OktaUsersEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doBuild() throws Exception {
        setHealthCheck(new PendingHealthCheck(
                this,
                "consumer:" + getRouteId(),
                this::isRetryQueueFull,
                ChangeSettings.Limits.USUAL.retries(),
                this::snapshotIfAny));
        super.doBuild();
    }

    private Optional<Snapshot.Consumer> snapshotIfAny() {
        return Optional.ofNullable(progress()).map(begun -> snapshot());
    }

    private boolean isRetryQueueFull() {
        return poller != null && poller.isRetryQueueFull();
    }

    @Override
    protected void doStart() throws Exception {
        OktaUsersConfiguration options = getEndpoint().getConfiguration();
        boolean wholePages = options.getDelivery() == Delivery.page;
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
                ChangeSettings.Limits.USUAL);
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
        int delivered = poller.poll();
        if (poller.isAtTheEnd()) {
            progress().readToTheEnd(begun);
        }
        forceConsumerAsReady();
        return delivered;
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
    public void deliver(UserDelivery delivery) {
        Exchange exchange =
                exchange(body.of(delivery.users()), delivery.index(), delivery.batchSize(), delivery.isLastOfBatch());
        exchange.getMessage()
                .setHeader(OktaUsersConstants.CHANGE_TYPE, delivery.type().name());
        pendingExchanges = delivery.batchSize() - delivery.index() - 1;
        send(exchange, new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                delivery.delivered();
            }

            @Override
            public void onFailure(Exchange failed) {
                delivery.failed();
                getExceptionHandler().handleException("Error processing a changed user", failed, failed.getException());
            }
        });
    }
}
