/* SPDX-License-Identifier: Apache-2.0 */
/** From Okta's answer to the body and the headers of a message. */
package io.github.camelokta.users.result;
