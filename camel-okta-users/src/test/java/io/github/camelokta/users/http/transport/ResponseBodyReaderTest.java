/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.camelokta.users.http.PageBuffer;
import io.github.camelokta.users.json.JsonBytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyReaderTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
    private final ResponseBodyReader reader = new ResponseBodyReader(10_000, Duration.ofSeconds(1), clock::get);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 9_999, 10_000})
    void a_body_is_read_whole_whether_its_length_is_announced_or_not(int size) throws Exception {
        byte[] body = bytes(size);
        assertThat(read(new ByteArrayInputStream(body), size)).isEqualTo(body);
        assertThat(read(new ByteArrayInputStream(body), -1)).isEqualTo(body);
        assertThat(read(byteByByte(body, 0), -1)).isEqualTo(body);
    }

    private byte[] read(InputStream in, long length) throws IOException {
        return reader.read(in, length, null).exact();
    }

    @Test
    void pages_are_read_into_one_array_whatever_their_order_of_sizes() throws Exception {
        PageBuffer page = new PageBuffer();
        byte[] first = null;
        for (int size : new int[] {5_000, 9_000, 100, 0, 8_999, 9_500}) {
            for (int announced : new int[] {size, -1}) {
                byte[] body = bytes(size);
                JsonBytes read = reader.read(new ByteArrayInputStream(body), announced, page);
                assertThat(read.exact()).isEqualTo(body);
                first = size == 9_000 && announced > 0 ? read.array() : first;
                assertThat(size == 5_000 || read.array() == first).isTrue();
            }
        }
    }

    @Test
    void an_array_that_grew_while_a_page_was_read_is_kept_for_the_next_one() throws Exception {
        PageBuffer page = new PageBuffer();
        byte[] first =
                reader.read(new ByteArrayInputStream(bytes(9_000)), -1, page).array();

        assertThat(reader.read(new ByteArrayInputStream(bytes(9_000)), -1, page).array())
                .isSameAs(first);
    }

    @Test
    void a_page_that_is_too_long_or_ends_early_is_refused_whatever_the_array_holds() throws Exception {
        PageBuffer page = new PageBuffer();
        reader.read(new ByteArrayInputStream(bytes(10_000)), 10_000, page);
        assertThatIOException().isThrownBy(() -> reader.read(new ByteArrayInputStream(bytes(10_001)), -1, page));
        assertThatIOException().isThrownBy(() -> reader.read(new ByteArrayInputStream(bytes(99)), 100, page));
    }

    @Test
    void no_stream_is_no_body() throws Exception {
        assertThat(reader.read(null, 0, null)).isNull();
    }

    @Test
    void a_body_that_is_too_long_is_refused_before_it_is_read_where_its_length_is_announced() {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes(10_001));
        assertThatIOException()
                .isThrownBy(() -> reader.read(in, 10_001, null))
                .withMessage("the answer is longer than maxResponseSize (10000 bytes)");
        assertThat(in.available()).isEqualTo(10_001);
        assertThatIOException()
                .isThrownBy(() -> reader.read(in, -1, null))
                .withMessage("the answer is longer than maxResponseSize (10000 bytes)");
        assertThatIOException().isThrownBy(() -> reader.read(in, Long.MAX_VALUE, null));
    }

    @Test
    void a_body_that_ends_early_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> reader.read(new ByteArrayInputStream(bytes(9)), 10, null))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void a_drip_is_refused_once_the_whole_takes_too_long() {
        InputStream drip = byteByByte(bytes(100), Duration.ofMillis(11).toNanos());
        assertThatIOException()
                .isThrownBy(() -> reader.read(drip, -1, null))
                .withMessage("the answer did not end in time (responseTimeout)");
    }

    @Test
    void a_drip_that_ends_in_time_is_fine() throws Exception {
        assertThat(read(byteByByte(bytes(100), Duration.ofMillis(10).toNanos()), -1))
                .hasSize(100);
    }

    /** With arrays of that size the test would need 3 GB. */
    @ParameterizedTest
    @CsvSource({
        "4096,       67108864,   8192",
        "4096,       6000,       6001",
        "4096,       2147483639, 8192",
        "1073741819, 2147483639, 2147483638",
        "1073741824, 2147483639, 2147483640",
        "2147483639, 2147483639, 2147483640",
    })
    void the_buffer_doubles_up_to_what_is_allowed_and_a_byte_more(int size, long maxSize, int grown) {
        assertThat(ResponseBodyReader.grown(size, maxSize)).isEqualTo(grown);
    }

    private InputStream byteByByte(byte[] bytes, long nanos) {
        ByteArrayInputStream source = new ByteArrayInputStream(bytes);
        return new InputStream() {
            @Override
            public int read() {
                clock.addAndGet(nanos);
                return source.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int next = source.read();
                if (next < 0) {
                    return -1;
                }
                clock.addAndGet(nanos);
                target[offset] = (byte) next;
                return 1;
            }
        };
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
