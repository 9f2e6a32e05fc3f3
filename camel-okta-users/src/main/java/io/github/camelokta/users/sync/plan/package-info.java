/* SPDX-License-Identifier: Apache-2.0 */
/** What a user needs: decided from the desired and the current state, without a call. */
package io.github.camelokta.users.sync.plan;
