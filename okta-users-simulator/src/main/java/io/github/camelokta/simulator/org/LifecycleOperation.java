/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import static io.github.camelokta.simulator.org.UserStatus.*;

import io.github.camelokta.simulator.error.ErrorCode;
import io.github.camelokta.simulator.error.OktaRefusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The state machine of a user: where each operation is legal, where it leads, and how it is refused.
 *
 * <p>Choices where Okta's documents are silent: {@link #ACTIVATE} is refused as "already active" in every other status;
 * {@link #SUSPEND} follows the document (ACTIVE only) although real orgs show the link on PROVISIONED users too;
 * {@link #EXPIRE_PASSWORD} is legal in ACTIVE, PASSWORD_EXPIRED and RECOVERY; {@link #RESET_PASSWORD} wherever the user
 * was activated and not suspended; operations on passwords are refused for federated users with the operation's own code.
 */
public enum LifecycleOperation {
    ACTIVATE(
            EnumSet.of(STAGED, DEPROVISIONED),
            standing -> true,
            (from, standing) -> standing.hasPassword() || standing.federated() ? ACTIVE : PROVISIONED,
            ErrorCode.E0000016),
    REACTIVATE(EnumSet.of(PROVISIONED, RECOVERY), standing -> true, (from, standing) -> from, ErrorCode.E0000038),
    SUSPEND(EnumSet.of(ACTIVE), to(SUSPENDED), "suspendUser", "Cannot suspend a user that is not active"),
    UNSUSPEND(EnumSet.of(SUSPENDED), to(ACTIVE), "unsuspendUser", "Cannot unsuspend a user that is not suspended"),
    UNLOCK(
            EnumSet.of(LOCKED_OUT),
            standing -> !standing.federated(),
            to(ACTIVE),
            ErrorCode.E0000032,
            "The user is not locked out."),
    DEACTIVATE(
            EnumSet.complementOf(EnumSet.of(DEPROVISIONED)), standing -> true, to(DEPROVISIONED), ErrorCode.E0000007),
    /** DELETE of a user: deactivates, and erases who is DEPROVISIONED already. */
    DELETE(
            EnumSet.allOf(UserStatus.class),
            standing -> true,
            (from, standing) -> from == DEPROVISIONED ? null : DEPROVISIONED,
            ErrorCode.E0000007),
    EXPIRE_PASSWORD(
            EnumSet.of(ACTIVE, PASSWORD_EXPIRED, RECOVERY),
            standing -> !standing.federated(),
            to(PASSWORD_EXPIRED),
            ErrorCode.E0000038),
    EXPIRE_PASSWORD_WITH_TEMP_PASSWORD(
            EnumSet.of(ACTIVE, PASSWORD_EXPIRED, RECOVERY),
            standing -> !standing.federated(),
            to(PASSWORD_EXPIRED),
            ErrorCode.E0000038),
    RESET_PASSWORD(
            EnumSet.of(PROVISIONED, ACTIVE, RECOVERY, PASSWORD_EXPIRED, LOCKED_OUT),
            standing -> !standing.federated(),
            to(RECOVERY),
            ErrorCode.E0000017),
    RESET_FACTORS(EnumSet.allOf(UserStatus.class), standing -> true, (from, standing) -> from, ErrorCode.E0000038),
    FORGOT_PASSWORD(
            EnumSet.of(ACTIVE), standing -> !standing.federated(), (from, standing) -> from, ErrorCode.E0000034),
    FORGOT_PASSWORD_WITH_ANSWER(
            EnumSet.of(ACTIVE), Standing::hasQuestion, (from, standing) -> from, ErrorCode.E0000034),
    CHANGE_PASSWORD(
            EnumSet.of(STAGED, ACTIVE, PASSWORD_EXPIRED, RECOVERY),
            Standing::hasPassword,
            (from, standing) -> from == STAGED ? STAGED : ACTIVE,
            ErrorCode.E0000035),
    CHANGE_RECOVERY_QUESTION(
            EnumSet.of(STAGED, ACTIVE, RECOVERY), Standing::hasPassword, (from, standing) -> from, ErrorCode.E0000036);

    private final Set<UserStatus> legalIn;
    private final Predicate<Standing> legalFor;
    private final BiFunction<UserStatus, Standing, UserStatus> next;
    private final ErrorCode refusal;
    private final String subject;
    private final String[] causes;

    LifecycleOperation(
            Set<UserStatus> legalIn,
            Predicate<Standing> legalFor,
            BiFunction<UserStatus, Standing, UserStatus> next,
            ErrorCode refusal,
            String... causes) {
        this.legalIn = legalIn;
        this.legalFor = legalFor;
        this.next = next;
        this.refusal = refusal;
        this.subject = null;
        this.causes = causes;
    }

    LifecycleOperation(
            Set<UserStatus> legalIn, BiFunction<UserStatus, Standing, UserStatus> next, String subject, String cause) {
        this.legalIn = legalIn;
        this.legalFor = standing -> true;
        this.next = next;
        this.refusal = ErrorCode.E0000001;
        this.subject = subject;
        this.causes = new String[] {cause};
    }

    private static BiFunction<UserStatus, Standing, UserStatus> to(UserStatus status) {
        return (from, standing) -> status;
    }

    /** Refuses this operation if it is illegal for the user now, and changes nothing. */
    public void check(UserState user) {
        next(user.id(), user.status(), user.credentials().standing());
    }

    /** The status that this operation leads the user to, where it erases nobody. */
    public UserStatus next(UserState user) {
        return next(user.id(), user.status(), user.credentials().standing()).orElseThrow();
    }

    /**
     * Applies this operation. Deactivation ends the user's sessions (a choice: the documents say no more than that app data
     * may be destroyed).
     *
     * @return the user afterwards; empty when erased
     */
    public Optional<UserState> apply(OktaOrg org, UserState user) {
        Optional<UserStatus> next =
                next(user.id(), user.status(), user.credentials().standing());
        if (next.isEmpty()) {
            org.erase(user.id());
            return Optional.empty();
        }
        if (next.get() == DEPROVISIONED && user.status() != DEPROVISIONED) {
            org.belongings(user.id()).sessions().clear();
        }
        return Optional.of(org.put(user.withStatus(next.get(), org.now())));
    }

    /**
     * The status after this operation; empty when the user is gone for good.
     *
     * @throws OktaRefusal with the operation's error code when it is illegal
     */
    public Optional<UserStatus> next(String id, UserStatus from, Standing standing) {
        if (!legalIn.contains(from) || !legalFor.test(standing)) {
            throw refuse(id);
        }
        return Optional.ofNullable(next.apply(from, standing));
    }

    private OktaRefusal refuse(String id) {
        if (refusal == ErrorCode.E0000007) {
            return OktaRefusal.notFound(id, "User");
        }
        return subject == null ? OktaRefusal.of(refusal, causes) : OktaRefusal.invalid(subject, causes);
    }
}
