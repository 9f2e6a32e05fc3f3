/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.http.OktaResponse;
import io.github.camelokta.users.json.JsonBytes;
import io.github.camelokta.users.operation.OktaUsersOperation;
import io.github.camelokta.users.operation.ResultKind;
import io.github.camelokta.users.result.ResultReader.ListBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes the result of a request to the exchange, in the form that the endpoint asks for. */
public final class ResultWriter {
    private final ResultReader reader;
    private final ResultReader planReader;

    /** @param outputClass the class to bind results to instead of maps; null for maps */
    public ResultWriter(ObjectMapper mapper, ResultFormat format, Class<?> outputClass) {
        this.reader = ResultReaders.of(format, outputClass, mapper);
        this.planReader = ResultReaders.of(format, null, mapper);
    }

    /** Reads answers into the form that the endpoint asks for. */
    public ResultReader reader() {
        return reader;
    }

    /** Takes the headers of an earlier answer off the message. */
    public void clear(Message message) {
        ResponseHeaders.clear(message);
    }

    /**
     * Writes an answer that is no list; the message's body is left where the call changed nothing, or answers with nothing.
     *
     * @param body what was read of the answer
     */
    public void write(OktaUsersOperation operation, OktaResponse response, Object body, Message message) {
        if (!response.isUnchanged() && (operation.result() == ResultKind.OBJECT || !response.isSuccess())) {
            message.setBody(body);
        }
        ResponseHeaders.write(response, message);
    }

    /**
     * Writes a list.
     *
     * @param last the answer that was read last
     * @param nextAfter the cursor of the page after it; null where there is none, or it is not to be shown
     */
    public void writeList(Object body, OktaResponse last, String nextAfter, Message message) {
        message.setBody(last.isSuccess() ? body : null);
        ResponseHeaders.write(last, message);
        if (nextAfter != null) {
            message.setHeader(OktaUsersConstants.NEXT_AFTER, nextAfter);
        }
    }

    /** Writes what a dry run would send, in the endpoint's form. */
    public void writePlan(ArrayNode plan, Message message) {
        try {
            ListBody body = planReader.list();
            body.add(JsonBytes.of(plan.toString().getBytes(StandardCharsets.UTF_8)));
            message.setBody(body.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        markPlan(message);
    }

    /** Says that the body is a plan: by a header, and by a property from which a later call knows the header for an answer's. */
    public static void markPlan(Message message) {
        message.setHeader(OktaUsersConstants.DRY_RUN, true);
        if (message.getExchange() != null) {
            message.getExchange().setProperty(OktaUsersConstants.DRY_RUN, true);
        }
    }

    /** Whether a header is what {@link #markPlan} has set, and nobody's wish. */
    public static boolean isOfPlan(String header, Object value, Exchange exchange) {
        return header.equals(OktaUsersConstants.DRY_RUN)
                && Boolean.TRUE.equals(value)
                && exchange.getProperty(OktaUsersConstants.DRY_RUN) != null;
    }
}
