/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides which calls bring a user where it is wanted. Pure: it knows no time and sends nothing. */
public final class UserPlanner {
    private final ProfileDiff diff;

    public UserPlanner(AttributeRules rules) {
        this.diff = new ProfileDiff(rules);
    }

    /**
     * @param current null where there is no such user
     * @param sendEmail whether Okta may send its mails; it never does unless told
     */
    public Plan plan(DesiredUser wanted, CurrentUser current, boolean sendEmail) {
        if (current == null) {
            return creation(wanted, sendEmail);
        }
        if (current.status() == null) {
            return Plan.refused(Refusal.UNKNOWN_STATUS);
        }
        // A closed account's profile is nobody's concern, and Okta would not change it.
        ObjectNode changes = wanted.status() == WantedStatus.DEPROVISIONED
                ? JsonNodeFactory.instance.objectNode()
                : diff.changes(wanted.profile(), current.profile());
        if (current.inTransition()) {
            return inTransition(wanted, current, changes);
        }
        Transition way = way(wanted, current.status());
        if (way.refusal() != null) {
            return Plan.refused(way.refusal());
        }
        if (current.status() == UserStatus.DEPROVISIONED && way.isReached() && !changes.isEmpty()) {
            return Plan.refused(Refusal.PROFILE_OF_DEPROVISIONED);
        }
        return Plan.of(ordered(wanted, current, lifecycle(way, current, wanted, sendEmail), update(changes)));
    }

    private static Transition way(DesiredUser wanted, UserStatus from) {
        return wanted.status() == null ? Transition.REACHED : TransitionTable.way(from, wanted.status());
    }

    private static Plan inTransition(DesiredUser wanted, CurrentUser current, ObjectNode changes) {
        boolean underWay = wanted.status() == null
                || current.transitioningTo() != null
                        && way(wanted, current.transitioningTo()).isReached();
        return underWay && changes.isEmpty() ? Plan.NOTHING : Plan.refused(Refusal.IN_TRANSITION);
    }

    /**
     * Access is taken away before anything else, and given last, so that the mail goes to the new address. A DEPROVISIONED
     * user must be activated before the profile can be written.
     */
    private static List<PlannedCall> ordered(
            DesiredUser wanted, CurrentUser current, List<PlannedCall> lifecycle, List<PlannedCall> update) {
        boolean updateLast = current.status() == UserStatus.DEPROVISIONED || wanted.status() == WantedStatus.SUSPENDED;
        List<PlannedCall> calls = new ArrayList<>(updateLast ? lifecycle : update);
        calls.addAll(updateLast ? update : lifecycle);
        return calls;
    }

    /**
     * With activate=true Okta mails; so a user who is to get none is created STAGED and activated without. A user of no
     * wanted status stays STAGED: if the run broke off between the two calls, the next could not tell what is missing.
     */
    private static Plan creation(DesiredUser wanted, boolean sendEmail) {
        if (wanted.status() == WantedStatus.DEPROVISIONED) {
            return Plan.NOTHING;
        }
        if (wanted.id() != null) {
            return Plan.refused(Refusal.UNKNOWN_ID);
        }
        if (wanted.status() == WantedStatus.SUSPENDED) {
            return Plan.refused(Refusal.NOT_CREATED_SUSPENDED);
        }
        boolean staged = wanted.status() != WantedStatus.ACTIVE;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("profile", ProfileDiff.created(wanted.profile()));
        if (wanted.credentials() != null) {
            body.set("credentials", wanted.credentials());
        }
        String query = "activate=" + (!staged && sendEmail) + (isFederated(wanted) ? "&provider=true" : "");
        PlannedCall create = new PlannedCall(OktaUsersOperation.create, query, body, "no user has this login");
        return Plan.of(
                staged || sendEmail
                        ? List.of(create)
                        : List.of(
                                create,
                                lifecycle(OktaUsersOperation.activate, "ACTIVE is wanted, without a mail", false)));
    }

    private static boolean isFederated(DesiredUser wanted) {
        String type = wanted.credentials() == null
                ? ""
                : wanted.credentials().path("provider").path("type").asText();
        return type.equals("FEDERATION") || type.equals("SOCIAL");
    }

    private static List<PlannedCall> update(ObjectNode changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("profile", changes);
        String names = changes.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        String reason = names + (changes.size() == 1 ? " differs" : " differ");
        return List.of(new PlannedCall(OktaUsersOperation.partialUpdate, "", body, reason));
    }

    private static List<PlannedCall> lifecycle(
            Transition way, CurrentUser current, DesiredUser wanted, boolean sendEmail) {
        String reason = current.status() + ", and " + wanted.status() + " is wanted";
        return way.calls().stream()
                .map(operation -> lifecycle(operation, reason, sendEmail))
                .toList();
    }

    private static PlannedCall lifecycle(OktaUsersOperation operation, String reason, boolean sendEmail) {
        String query = operation.takes(OperationParam.sendEmail) ? "sendEmail=" + sendEmail : "";
        return new PlannedCall(operation, query, null, reason);
    }
}
