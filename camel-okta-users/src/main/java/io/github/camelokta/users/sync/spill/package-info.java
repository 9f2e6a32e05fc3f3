/* SPDX-License-Identifier: Apache-2.0 */
/** Records on disk, written and sorted in bounded memory. */
package io.github.camelokta.users.sync.spill;
