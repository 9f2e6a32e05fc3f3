/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import org.apache.camel.Exchange;

/** What a producer does with an exchange: one call of Okta's, or something made of several. */
@FunctionalInterface
interface Action {

    void process(Exchange exchange);
}
