/* SPDX-License-Identifier: Apache-2.0 */
/** Requests to Okta and the links they pass. Knows no exchange; only the transport knows HttpClient. */
package io.github.camelokta.users.http;
