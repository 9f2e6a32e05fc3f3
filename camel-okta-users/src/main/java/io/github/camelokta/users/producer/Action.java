/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.producer;

import org.apache.camel.Exchange;

/** What a producer does with an exchange: one call of Okta's, or something made of several. */
@FunctionalInterface
public interface Action {

    void process(Exchange exchange);
}
