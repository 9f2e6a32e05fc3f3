/* SPDX-License-Identifier: Apache-2.0 */
/** Sends requests by Camel HTTP's client. The only package that knows HttpClient. */
package io.github.camelokta.users.http.transport;
