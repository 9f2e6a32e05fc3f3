/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.examples.directory.SyncRoutes;
import io.github.camelokta.users.OktaUsersComponent;
import io.github.camelokta.users.api.MassChangeException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.NamingException;
import javax.naming.ldap.LdapContext;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The routes, started; a run is a message to one of them. */
final class RunningSync implements AutoCloseable {
    private final Target target;
    private final CamelContext context = new DefaultCamelContext();
    private final WriteNotifier writes = new WriteNotifier();
    private final AtomicReference<SyncOutcome> last = new AtomicReference<>();

    private RunningSync(Target target) {
        this.target = target;
    }

    /** @throws FailedSyncException if it does not start */
    static RunningSync start(Target target) {
        RunningSync sync = new RunningSync(target);
        try {
            prepare(sync.context, target);
            sync.context.getManagementStrategy().addEventNotifier(sync.writes);
            sync.context.addRoutes(new SyncRoutes(
                    plan -> sync.last.set(SyncOutcome.of(plan)), report -> sync.last.set(SyncOutcome.of(report))));
            sync.context.start();
            return sync;
        } catch (Exception e) {
            sync.close();
            throw new FailedSyncException("The sync does not start: " + root(e).getMessage(), e);
        }
    }

    /** Camel wraps the sentence that says what is to be done. */
    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    /** Gives a context what the routes need: properties, the component, and the directory. */
    static void prepare(CamelContext context, Target target) {
        Properties properties = new Properties();
        properties.putAll(target.properties());
        context.getPropertiesComponent().setOverrideProperties(properties);
        context.addComponent("okta-users", new OktaUsersComponent(null, target.okta()::get));
        context.getRegistry().bindAsPrototype("directory", LdapContext.class, () -> target.directory()
                .connect());
    }

    /**
     * Says what {@link #apply} would do, and whether it would be too much; writes nothing.
     *
     * @throws FailedSyncException if it does not come to its end
     */
    SyncOutcome plan() {
        return run("direct:plan");
    }

    /**
     * Brings Okta to what the directory says.
     *
     * @param onWrite called after each call that changed something
     * @throws MassChangeException if it would be too much; nothing was written
     * @throws FailedSyncException if it does not come to its end; what was done until then stays
     */
    SyncOutcome apply(Runnable onWrite) {
        writes.tell(onWrite);
        try {
            return run("direct:apply");
        } finally {
            writes.fallSilent();
        }
    }

    private SyncOutcome run(String route) {
        Exception failure =
                context.createFluentProducerTemplate().to(route).send().getException();
        if (failure instanceof MassChangeException tooMuch) {
            throw tooMuch;
        }
        if (failure != null) {
            throw new FailedSyncException("The sync has failed: " + sentence(failure), failure);
        }
        return last.get();
    }

    private String sentence(Exception failure) {
        return root(failure) instanceof NamingException || failure.getCause() instanceof NamingException
                ? "the directory " + target.directory() + " cannot be read ("
                        + root(failure).getMessage()
                        + "): look at LDAP_URL, LDAP_BIND_DN, LDAP_BIND_PASSWORD and LDAP_BASE"
                : failure.getMessage();
    }

    @Override
    public void close() {
        context.stop();
    }
}
