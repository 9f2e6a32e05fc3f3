/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.Refusal;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.sync.plan.CurrentUser.UserStatus;
import io.github.camelokta.users.sync.plan.DesiredUser.WantedStatus;
import io.github.camelokta.users.sync.plan.Plan.PlannedCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides which calls bring a user where it is wanted. Pure: it knows no time and sends nothing. */
public final class UserPlanner {
    private final AttributeRules rules;
    private final AccessRules access;
    private final Instant now;

    /** @param now when the run began */
    public UserPlanner(AttributeRules rules, AccessRules access, Instant now) {
        this.rules = rules;
        this.access = access;
        this.now = now;
    }

    /**
     * @param wanted null where the directory does not name the user
     * @param current null where there is no such user
     * @param sendEmail whether Okta may send its mails; it never does unless told
     */
    public Plan plan(DesiredUser wanted, CurrentUser current, boolean sendEmail) {
        Plan plan = wanted == null ? missing(current) : named(wanted, current, sendEmail);
        return plan.change().takesAway() && isYoung(current) ? Plan.refused(Refusal.TOO_YOUNG) : plan;
    }

    /** One whose age is not known may be young. */
    private boolean isYoung(CurrentUser user) {
        Instant youngest = now.minus(access.minAge());
        return !access.minAge().isZero()
                && (user.created() == null
                        || user.created().isAfter(youngest)
                        || user.statusChanged() != null && user.statusChanged().isAfter(youngest));
    }

    private Plan missing(CurrentUser current) {
        if (access.onMissing() == OnMissing.ignore || current.status() == UserStatus.DEPROVISIONED) {
            return Plan.NOTHING;
        }
        WantedStatus status =
                access.onMissing() == OnMissing.suspend ? WantedStatus.SUSPENDED : WantedStatus.DEPROVISIONED;
        // Nobody says anything about the profile, so absentAttributes=clear does not apply.
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return existing(new DesiredUser(current.id(), null, status, none, null), current, none, false);
    }

    private Plan named(DesiredUser wanted, CurrentUser current, boolean sendEmail) {
        if (current == null) {
            return creation(wanted, sendEmail);
        }
        // A closed account's profile is nobody's concern, and Okta would not change it.
        ObjectNode changes = wanted.status() == WantedStatus.DEPROVISIONED
                ? JsonNodeFactory.instance.objectNode()
                : rules.changes(wanted.profile(), current.profile());
        return existing(wanted, current, changes, sendEmail);
    }

    private Plan existing(DesiredUser wanted, CurrentUser current, ObjectNode changes, boolean sendEmail) {
        if (current.status() == null) {
            return Plan.refused(Refusal.UNKNOWN_STATUS);
        }
        if (current.inTransition()) {
            return inTransition(wanted, current, changes);
        }
        Transition transition = transition(wanted, current.status());
        if (transition.refusal() != null) {
            return Plan.refused(transition.refusal());
        }
        if (wanted.status() == WantedStatus.ACTIVE
                && !transition.isReached()
                && !access.mayReactivate().contains(current.status())) {
            return Plan.refused(Refusal.NOT_TO_BE_REACTIVATED);
        }
        if (current.status() == UserStatus.DEPROVISIONED && transition.isReached() && !changes.isEmpty()) {
            return Plan.refused(Refusal.PROFILE_OF_DEPROVISIONED);
        }
        return Plan.of(ordered(wanted, current, lifecycle(transition, current, wanted, sendEmail), update(changes)));
    }

    private static Transition transition(DesiredUser wanted, UserStatus from) {
        return wanted.status() == null ? Transition.REACHED : Transition.between(from, wanted.status());
    }

    private static Plan inTransition(DesiredUser wanted, CurrentUser current, ObjectNode changes) {
        boolean onTheWay = wanted.status() == null
                || current.transitioningTo() != null
                        && transition(wanted, current.transitioningTo()).isReached();
        return onTheWay && changes.isEmpty() ? Plan.NOTHING : Plan.refused(Refusal.IN_TRANSITION);
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
        body.set("profile", AttributeRules.created(wanted.profile()));
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
            Transition transition, CurrentUser current, DesiredUser wanted, boolean sendEmail) {
        String reason = current.status() + ", and " + wanted.status() + " is wanted";
        return transition.calls().stream()
                .map(operation -> lifecycle(operation, reason, sendEmail))
                .toList();
    }

    private static PlannedCall lifecycle(OktaUsersOperation operation, String reason, boolean sendEmail) {
        String query = operation.takes(OperationParam.sendEmail) ? "sendEmail=" + sendEmail : "";
        return new PlannedCall(operation, query, null, reason);
    }
}
