/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.error;

import java.util.List;

/** The org's "no" to a request: an error code, its subject and its causes. */
public final class OktaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String subject;
    private final transient List<String> causes;

    private OktaRefusal(ErrorCode code, String subject, List<String> causes) {
        super(code + " " + code.summary(subject), null, false, false);
        this.code = code;
        this.subject = subject;
        this.causes = List.copyOf(causes);
    }

    /** A refusal that needs no further words. */
    public static OktaRefusal of(ErrorCode code) {
        return new OktaRefusal(code, "", List.of());
    }

    /** A refusal with causes. */
    public static OktaRefusal of(ErrorCode code, String... causes) {
        return new OktaRefusal(code, "", List.of(causes));
    }

    /** E0000001: {@code subject} is invalid because of {@code causes}. */
    public static OktaRefusal invalid(String subject, String... causes) {
        return new OktaRefusal(ErrorCode.E0000001, subject, List.of(causes));
    }

    /** E0000001 with the causes of several attributes. */
    public static OktaRefusal invalid(String subject, List<String> causes) {
        return new OktaRefusal(ErrorCode.E0000001, subject, causes);
    }

    /** E0000007: there is no {@code type} named {@code id}. */
    public static OktaRefusal notFound(String id, String type) {
        return new OktaRefusal(ErrorCode.E0000007, id + " (" + type + ")", List.of());
    }

    /** The error code. */
    public ErrorCode code() {
        return code;
    }

    /** The summary as sent. */
    public String summary() {
        return code.summary(subject);
    }

    /** The causes as sent, none or several. */
    public List<String> causes() {
        return causes;
    }
}
