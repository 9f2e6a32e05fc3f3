/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;

/**
 * A plan that would change more than is allowed; nothing was written. From then on every {@code reconcile} of the endpoint is
 * refused with the same exception, until it is released by JMX or the application is restarted.
 */
public class MassChangeException extends RuntimeCamelException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Map<Change, Long> counts;
    private final transient List<UserResult> first;
    private final transient Path planFile;

    public MassChangeException(String reason, Map<Change, Long> counts, List<UserResult> first, Path planFile) {
        super("reconcile stopped, nothing was written: " + reason
                + (planFile == null ? "" : "; the plan is in " + planFile)
                + "; release the endpoint by JMX, and raise the limit if the change is meant");
        this.reason = reason;
        this.counts = counts;
        this.first = first;
        this.planFile = planFile;
    }

    /** The same, for a later run. */
    public MassChangeException again() {
        return new MassChangeException(reason, counts, first, planFile);
    }

    /** Which limit, by how much. */
    public String getReason() {
        return reason;
    }

    /** How many users would be created, updated and so on; empty where no plan was made. */
    public Map<Change, Long> getCounts() {
        return counts;
    }

    /** The first 20 users of the plan, those who would lose access before others. */
    public List<UserResult> getFirst() {
        return first;
    }

    /** The whole plan, a JSON object per line: login, id, change, calls; no values. It is kept. Null where none was made. */
    public Path getPlanFile() {
        return planFile;
    }
}
