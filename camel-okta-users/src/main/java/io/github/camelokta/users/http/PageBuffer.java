/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http;

/** The array that the pages of one listing are read into, one after the other: each overwrites the one before. */
public final class PageBuffer {
    private byte[] array = {};

    /** An array that holds so many bytes: the one that is kept, or else a new one with some room, as pages differ in size. */
    public byte[] atLeast(int size) {
        if (array.length < size) {
            array = new byte[(int) Math.min(size + size / 8L, Integer.MAX_VALUE - 8)];
        }
        return array;
    }

    /** Keeps an array that has become larger meanwhile. */
    public void keep(byte[] larger) {
        array = larger;
    }
}
