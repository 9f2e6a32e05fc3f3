/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

/**
 * Sends a call again where that does no harm. Each call waits within one budget, whatever it waits for; reads that look for
 * the effect of a doubtful attempt share it.
 */
final class RetryLink implements Sender {
    private final RetryOptions options;
    private final Sender next;
    private final Prober prober;

    RetryLink(RetryOptions options, ErrorTranslator translator, Sender next) {
        this.options = options;
        this.next = next;
        this.prober = new Prober(new ErrorLink(translator, this));
    }

    /**
     * @throws GivenUpException instead of an answer that is no success, and instead of any failure to get one
     */
    @Override
    public OktaResponse send(OktaRequest request) throws GivenUpException {
        OktaRequest limited =
                request.waitBudget() == null ? request.waitingAtMost(new WaitBudget(options.maxWait())) : request;
        return new RepeatedCall(limited, options, next, prober).send();
    }
}
