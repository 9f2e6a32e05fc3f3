/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * How to tell that a call's effect stands already: a row to read, a predicate on its answer, and the error codes by which
 * Okta may mean "already so". A list row is read to its end; its answer is the array of all elements.
 */
public final class Probe {
    private final Supplier<OktaUsersOperation> reads;
    private final BiPredicate<ProbedCall, JsonNode> stands;
    private final Set<String> errorCodes;
    private final boolean provesAbsence;
    private BiFunction<ProbedCall, JsonNode, JsonNode> lostAnswer = (call, answer) -> null;
    private final Map<OperationParam, OperationParam> renamed = new EnumMap<>(OperationParam.class);

    private Probe(
            Supplier<OktaUsersOperation> reads,
            boolean provesAbsence,
            BiPredicate<ProbedCall, JsonNode> stands,
            String... errorCodes) {
        this.reads = reads;
        this.provesAbsence = provesAbsence;
        this.stands = stands;
        this.errorCodes = Set.of(errorCodes);
    }

    /** The effect is a status: one of these, read by {@code get}. */
    static Probe status(Set<String> statuses, String... errorCodes) {
        return new Probe(
                () -> OktaUsersOperation.get, false, (call, user) -> statuses.contains(statusToBe(user)), errorCodes);
    }

    /** The effect is that a list is empty. */
    static Probe empty(Supplier<OktaUsersOperation> list, String... errorCodes) {
        return new Probe(list, true, (call, elements) -> elements.isEmpty(), errorCodes);
    }

    /** The effect is that no element of a list matches. */
    static Probe absent(
            Supplier<OktaUsersOperation> list, BiPredicate<ProbedCall, JsonNode> matches, String... errorCodes) {
        return new Probe(list, true, (call, elements) -> !anyMatch(call, elements, matches), errorCodes);
    }

    /** The effect is that an element of a list matches. */
    static Probe present(
            Supplier<OktaUsersOperation> list, BiPredicate<ProbedCall, JsonNode> matches, String... errorCodes) {
        return new Probe(list, false, (call, elements) -> anyMatch(call, elements, matches), errorCodes);
    }

    /** The row that is read takes this parameter's value from another parameter of the call. */
    Probe taking(OperationParam param, OperationParam from) {
        renamed.put(param, from);
        return this;
    }

    /** The row has a result, and this is what it must have been if the effect stands; the function may give null. */
    Probe answering(BiFunction<ProbedCall, JsonNode, JsonNode> function) {
        lostAnswer = function;
        return this;
    }

    /** Okta may take its time for a change of status, and says meanwhile where it leads. */
    private static String statusToBe(JsonNode user) {
        JsonNode becoming = user.path("transitioningToStatus");
        return becoming.isTextual() ? becoming.asText() : user.path("status").asText();
    }

    private static boolean anyMatch(ProbedCall call, JsonNode elements, BiPredicate<ProbedCall, JsonNode> matches) {
        return firstMatch(call, elements, matches) != null;
    }

    /** The first element that matches; null if none does. */
    static JsonNode firstMatch(ProbedCall call, JsonNode elements, BiPredicate<ProbedCall, JsonNode> matches) {
        for (JsonNode element : elements) {
            if (matches.test(call, element)) {
                return element;
            }
        }
        return null;
    }

    /** The row to read. */
    public OktaUsersOperation reads() {
        return reads.get();
    }

    /** The parameter of the call that gives this parameter of the row that is read. */
    public OperationParam source(OperationParam param) {
        return renamed.getOrDefault(param, param);
    }

    /** Whether the call's effect stands, judged by the answer of {@link #reads()}. */
    public boolean stands(ProbedCall call, JsonNode answer) {
        return stands.test(call, answer);
    }

    /**
     * What Okta answered to the call, judged by the answer of {@link #reads()}, which shows that the effect stands; null if
     * that cannot be told.
     */
    public JsonNode lostAnswer(ProbedCall call, JsonNode answer) {
        return lostAnswer.apply(call, answer);
    }

    /** Whether the effect is that something is not there, so that a 404 may mean the same. */
    public boolean provesAbsence() {
        return provesAbsence;
    }

    /** The error codes with which Okta may refuse the call because its effect stands already. */
    public Set<String> errorCodes() {
        return errorCodes;
    }
}
