/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.spill;

/** A record on disk: a key and a JSON text. */
public record Spilled(String key, byte[] json) {}
