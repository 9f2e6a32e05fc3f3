/* SPDX-License-Identifier: Apache-2.0 */
/** Data types that messages of the consumer are turned into. */
package io.github.camelokta.users.transform;
