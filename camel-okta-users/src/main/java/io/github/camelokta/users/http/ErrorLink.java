/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

import io.github.camelokta.users.OktaUsersException;
import java.io.IOException;

/** Makes an {@link OktaUsersException} of every answer but a success, and of every failure to get an answer. */
final class ErrorLink implements OktaClient {
    private final ErrorTranslator translator;
    private final Sender next;

    ErrorLink(ErrorTranslator translator, Sender next) {
        this.translator = translator;
        this.next = next;
    }

    @Override
    public OktaResponse send(OktaRequest request) {
        OktaResponse response;
        try {
            response = next.send(request);
        } catch (GivenUpException e) {
            throw translator.failed(request, e.last(), e.ending());
        } catch (IOException e) {
            throw translator.failed(request, new Outcome(null, e), Ending.PLAIN);
        }
        if (!response.isSuccess()) {
            throw translator.failed(request, new Outcome(response, null), Ending.PLAIN);
        }
        return response;
    }
}
