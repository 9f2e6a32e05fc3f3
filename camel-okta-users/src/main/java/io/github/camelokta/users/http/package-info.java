/* SPDX-License-Identifier: Apache-2.0 */
/** A request to Okta, its answer, and what sends one for the other. Knows no exchange. */
package io.github.camelokta.users.http;
